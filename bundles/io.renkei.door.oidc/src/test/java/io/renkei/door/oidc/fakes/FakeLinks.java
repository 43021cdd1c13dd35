package io.renkei.door.oidc.fakes;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Links in a map. */
public final class FakeLinks implements Links {

    /** What sites signed, of consents in their order. */
    public final List<SignedRequest> signed = new CopyOnWriteArrayList<>();

    private final Map<ConsentId, Link> known = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Duration lasts = Duration.ofDays(365);

    public FakeLinks(Clock clock) {
        this.clock = clock;
    }

    /** How long a consent that is given from now on lasts. */
    public void last(Duration duration) {
        lasts = duration;
    }

    private Stream<Link> holding() {
        Instant now = clock.instant();
        return known.values().stream().filter(link -> link.holds(now));
    }

    @Override
    public Consented consent(Actor who, SiteId site, Optional<SignedRequest> asked) {
        asked.ifPresent(signed::add);
        Link link = find(who.principal(), site).orElseGet(() -> made(who, site));
        return new Consented.Given(link, "");
    }

    private Link made(Actor who, SiteId site) {
        Instant now = clock.instant();
        Link link = new Link(
                new ConsentId(UUID.randomUUID()),
                who.principal(),
                site,
                UUID.randomUUID().toString(),
                now,
                Optional.empty(),
                now.plus(lasts),
                Optional.empty());
        known.put(link.consent(), link);
        return link;
    }

    @Override
    public Optional<Link> find(AccountId account, SiteId site) {
        return holding()
                .filter(link -> link.account().equals(account) && link.site().equals(site))
                .findFirst();
    }

    @Override
    public Optional<Link> find(SiteId site, String subject) {
        return holding()
                .filter(link -> link.subject().equals(subject) && link.site().equals(site))
                .findFirst();
    }

    @Override
    public List<Link> of(AccountId account) {
        return known.values().stream()
                .filter(link -> link.account().equals(account))
                .toList();
    }

    private static Link with(Link link, Optional<Instant> tied, Optional<Instant> revoked) {
        return new Link(
                link.consent(),
                link.account(),
                link.site(),
                link.subject(),
                link.consented(),
                tied,
                link.until(),
                revoked);
    }

    @Override
    public void tied(ConsentId id) {
        known.computeIfPresent(
                id, (same, link) -> with(link, link.tied().or(() -> Optional.of(clock.instant())), link.revoked()));
    }

    @Override
    public Optional<Link> revoke(Actor who, ConsentId id) {
        return Optional.ofNullable(known.computeIfPresent(
                id, (same, link) -> with(link, link.tied(), link.revoked().or(() -> Optional.of(clock.instant())))));
    }

    @Override
    public Optional<String> receipt(AccountId account, ConsentId consent) {
        return Optional.empty();
    }

    @Override
    public List<Link> revokedSince(Instant since) {
        return known.values().stream()
                .filter(link -> link.revoked().filter(at -> !at.isBefore(since)).isPresent())
                .sorted(Comparator.comparing(link -> link.revoked().orElseThrow()))
                .limit(100)
                .toList();
    }
}
