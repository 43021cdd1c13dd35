package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.renkei.ports.artefacts.KeyRenewal.NewKey;
import io.renkei.ports.artefacts.ProviderKey;
import io.renkei.ports.artefacts.ProviderKeys;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider's ES256 keys, the same on every node. The next one is published before it signs, so that a site that keeps the set of
 * keys for a while knows it; a past one stays until nobody has to verify what it signed. Safe for use by several threads.
 */
final class SigningKeys {

    /** How long before it signs a key is published. */
    static final Duration LEAD = Duration.ofDays(1);

    /** How long after its last signature a key is published. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final ProviderKeys store;
    private final Supplier<Duration> life;
    private final Curves curves;
    private final Clock clock;
    private List<Known> known = List.of();
    private Instant readAt = Instant.MIN;

    private record Known(ProviderKey kept, ECKey key, JWSSigner signer) {}

    /** What signs, and under which name it is published. */
    record Current(String id, JWSSigner signer) {}

    /** @param life for how long a key signs */
    SigningKeys(ProviderKeys store, Supplier<Duration> life, Curves curves, Clock clock) {
        this.store = store;
        this.life = life;
        this.curves = curves;
        this.clock = clock;
    }

    /** The key that signs now. */
    Current current() {
        Instant now = clock.instant();
        List<Known> keys = keys(now);
        Known signing = keys.stream()
                .filter(each -> !each.kept().signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(keys.get(0));
        return new Current(signing.key().getKeyID(), signing.signer());
    }

    /** All keys, the oldest first. */
    List<ECKey> all() {
        return keys(clock.instant()).stream().map(Known::key).toList();
    }

    /** All public keys: past, present and next. */
    JWKSet published() {
        return new JWKSet(keys(clock.instant()).stream()
                .<JWK>map(each -> each.key().toPublicJWK())
                .toList());
    }

    /** As {@link io.renkei.ports.artefacts.KeyRenewal} has it. */
    synchronized NewKey replace(boolean compromised) {
        Instant now = clock.instant();
        keys(now);
        readAt = Instant.MIN;
        List<ProviderKey> before;
        int generation;
        do {
            before = store.all();
            Optional<ProviderKey> next = before.stream()
                    .filter(key -> !compromised && key.signsFrom().isAfter(now))
                    .findFirst();
            if (next.isPresent()) {
                return new NewKey(known(next.get()).key().getKeyID(), next.get().signsFrom());
            }
            generation = before.stream().mapToInt(ProviderKey::generation).max().orElse(0) + 1;
        } while (!make(generation, compromised ? now : now.plus(LEAD)));
        if (compromised) {
            before.forEach(key -> store.drop(key.generation()));
        }
        ProviderKey made = store.all().get(store.all().size() - 1);
        return new NewKey(known(made).key().getKeyID(), made.signsFrom());
    }

    private synchronized List<Known> keys(Instant now) {
        if (known.isEmpty() || now.isAfter(readAt.plus(FRESH))) {
            renew(now);
            known = store.all().stream().map(this::known).toList();
            readAt = now;
        }
        return known;
    }

    private void renew(Instant now) {
        List<ProviderKey> all = new ArrayList<>(store.all());
        if (all.isEmpty()) {
            make(1, now);
            return;
        }
        ProviderKey newest = all.get(all.size() - 1);
        Instant ends = newest.signsFrom().plus(life.get());
        if (!now.isBefore(ends.minus(LEAD))) {
            Instant soonest = now.plus(LEAD);
            make(newest.generation() + 1, ends.isAfter(soonest) ? ends : soonest);
        }
        for (int i = 1; i < all.size(); i++) {
            if (now.isAfter(all.get(i).signsFrom().plus(KEPT))) {
                store.drop(all.get(i - 1).generation());
            }
        }
    }

    /** @return false if another node was faster */
    private boolean make(int generation, Instant signsFrom) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            boolean mine = store.add(new ProviderKey(generation, key.toJSONString(), signsFrom));
            if (mine) {
                LOG.info(
                        "The OpenID provider has key {} of generation {}, which signs from {}",
                        key.getKeyID(),
                        generation,
                        signsFrom);
            }
            return mine;
        } catch (JOSEException e) {
            throw new IllegalStateException("the JDK makes EC P-256 keys", e);
        }
    }

    private Known known(ProviderKey kept) {
        for (Known before : known) {
            if (before.kept().equals(kept)) {
                return before;
            }
        }
        try {
            ECKey key = ECKey.parse(kept.jwk());
            return new Known(kept, key, curves.signer(key));
        } catch (ParseException e) {
            throw new IllegalStateException("a kept key is not what was written", e);
        }
    }
}
