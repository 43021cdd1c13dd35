package io.renkei.door.oidc.internal;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces for DPoP proofs (RFC 9449, section 8): whoever got hold of a site's key for a moment cannot prepare proofs for later. Nothing is kept
 * for it: a nonce is a MAC over its five minutes under the oldest key of the provider, so that nodes know each other's also while a new key
 * is known to one of them only. One under a younger key counts too, since the oldest key goes some day.
 */
final class Nonces {

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final String MAC = "HmacSHA256";

    /** So that the key signs nothing and the MAC is no signature. */
    private static final String PURPOSE = "renkei dpop nonce ";

    private final DpopNonces where;
    private final Supplier<List<ECKey>> keys;
    private final Clock clock;

    Nonces(DpopNonces where, Supplier<List<ECKey>> keys, Clock clock) {
        this.where = where;
        this.keys = keys;
        this.clock = clock;
    }

    /** Those that a proof may have at a token request; empty where none is needed. */
    Set<Nonce> atTokens() {
        return where == DpopNonces.OFF ? Set.of() : accepted();
    }

    /** Those that a proof may have anywhere else; empty where none is needed. */
    Set<Nonce> elsewhere() {
        return where == DpopNonces.EVERYWHERE ? accepted() : Set.of();
    }

    private Set<Nonce> accepted() {
        long step = step();
        return keys.get().stream()
                .flatMap(key -> Stream.of(of(key, step), of(key, step - 1)))
                .collect(Collectors.toSet());
    }

    /** Gives an answer the nonce for the next proof. */
    HTTPResponse with(HTTPResponse answer) {
        answer.setDPoPNonce(of(keys.get().get(0), step()));
        return answer;
    }

    /** An endpoint at whose answers a site with proofs gets the next nonce, so that it does not have to ask twice when five minutes are over. */
    Endpoint with(Endpoint endpoint, Supplier<Set<Nonce>> needed) {
        return call -> {
            HTTPResponse answer = endpoint.answer(call);
            return call.http().getHeaderValue("DPoP") == null || needed.get().isEmpty() ? answer : with(answer);
        };
    }

    private long step() {
        return clock.instant().getEpochSecond() / STEP.toSeconds();
    }

    private static Nonce of(ECKey key, long step) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getD().decode(), MAC));
            byte[] bytes = mac.doFinal((PURPOSE + step).getBytes(StandardCharsets.US_ASCII));
            return new Nonce(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK has HmacSHA256", e);
        }
    }
}
