package io.renkei.sandbox.internal;

import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import io.renkei.sandbox.sites.RelyingParty;
import io.renkei.sandbox.sites.RelyingParty.Begun;
import io.renkei.sandbox.sites.RelyingParty.Message;
import io.renkei.sandbox.sites.RelyingParty.Tokens;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The browsers at one site, the last two hundred, by the secret in their cookie. Safe for use by several threads. */
final class SiteVisits {

    private static final int MOST = 200;
    private static final int SECRET_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Visit> visits = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visit> eldest) {
            return size() > MOST;
        }
    };

    /** How far a browser came. */
    sealed interface Visit permits Waiting, SignedOn {}

    /** It was sent to the portal. @param before who it was until then */
    record Waiting(RelyingParty party, Begun begun, Optional<SignedOn> before) implements Visit {}

    /** It is signed on. @param data what was handed over with this sign-on */
    record SignedOn(RelyingParty party, Tokens tokens, Optional<Message> data) implements Visit {}

    /** @return the secret for the cookie; a new one each time, so that none that was there before a sign-on counts after it */
    synchronized String put(Optional<String> old, Visit visit) {
        old.ifPresent(visits::remove);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        visits.put(secret, visit);
        return secret;
    }

    synchronized Optional<Visit> find(Optional<String> secret) {
        return secret.map(visits::get);
    }

    synchronized void remove(Optional<String> secret) {
        secret.ifPresent(visits::remove);
    }

    /** Ends those that word of a logout names: by the session, or all of the subject. */
    synchronized void end(LogoutTokenClaimsSet word) {
        visits.values().removeIf(visit -> visit instanceof SignedOn signedOn && isNamed(word, signedOn));
        visits.replaceAll((secret, visit) -> visit instanceof Waiting waiting
                ? new Waiting(
                        waiting.party(), waiting.begun(), waiting.before().filter(before -> !isNamed(word, before)))
                : visit);
    }

    private static boolean isNamed(LogoutTokenClaimsSet word, SignedOn visit) {
        Tokens tokens = visit.tokens();
        boolean sameSubject = word.getSubject() == null
                || word.getSubject().equals(tokens.who().getSubject());
        boolean sameSession = word.getSessionID() == null
                || word.getSessionID().equals(tokens.who().getSessionID());
        return sameSubject && sameSession;
    }
}
