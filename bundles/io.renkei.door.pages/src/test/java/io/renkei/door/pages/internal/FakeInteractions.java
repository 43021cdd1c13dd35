package io.renkei.door.pages.internal;

import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.sites.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Interactions in memory. */
final class FakeInteractions implements Interactions {

    final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Begun> begun = new ConcurrentHashMap<>();
    private final Clock clock;

    FakeInteractions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Begun begin(
            SiteId site,
            Optional<HandoverId> handover,
            Optional<Instant> signedInAfter,
            Optional<SignedRequest> signed,
            String language,
            byte[] request) {
        return begin(Interaction.Kind.SIGN_ON, site, handover, signedInAfter, signed, language);
    }

    @Override
    public Begun beginSignOut(SiteId site, String language, byte[] request) {
        return begin(Interaction.Kind.SIGN_OUT, site, Optional.empty(), Optional.empty(), Optional.empty(), language);
    }

    private Begun begin(
            Interaction.Kind kind,
            SiteId site,
            Optional<HandoverId> handover,
            Optional<Instant> signedInAfter,
            Optional<SignedRequest> signed,
            String language) {
        Begun next = new Begun(
                new Interaction(
                        UUID.randomUUID().toString().replace("-", "_"),
                        kind,
                        site,
                        handover,
                        signedInAfter,
                        signed,
                        language,
                        clock.instant().plus(Duration.ofMinutes(10))),
                UUID.randomUUID().toString());
        begun.put(next.interaction().id(), next);
        return next;
    }

    @Override
    public Optional<Interaction> find(String id, String secret) {
        return Optional.ofNullable(begun.get(id))
                .filter(each -> each.secret().equals(secret) && !outcomes.containsKey(id))
                .map(Begun::interaction);
    }

    @Override
    public void finish(String id, String secret, Outcome outcome) {
        find(id, secret).ifPresent(each -> outcomes.putIfAbsent(id, outcome));
    }

    @Override
    public Optional<Ended> take(String id, String secret) {
        return Optional.empty();
    }
}
