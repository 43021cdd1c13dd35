package io.renkei.holdings.internal;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Links in memory, until those of the kernel are there. */
final class MemoryLinks implements Links {

    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    private final List<Link> links = new CopyOnWriteArrayList<>();

    Link link(AccountId account, SiteId site) {
        Link link = new Link(
                new ConsentId(UUID.randomUUID()),
                account,
                site,
                "subject-" + UUID.randomUUID(),
                Instant.EPOCH,
                Optional.empty(),
                FAR,
                Optional.empty());
        links.add(0, link);
        return link;
    }

    @Override
    public Consented consent(Actor who, SiteId site, Optional<SignedRequest> asked) {
        return new Consented.Given(link(who.principal(), site), "receipt");
    }

    @Override
    public Optional<Link> find(AccountId account, SiteId site) {
        return links.stream()
                .filter(link -> link.account().equals(account)
                        && link.site().equals(site)
                        && link.revoked().isEmpty())
                .findFirst();
    }

    @Override
    public Optional<Link> find(SiteId site, String subject) {
        return links.stream()
                .filter(link -> link.site().equals(site)
                        && link.subject().equals(subject)
                        && link.revoked().isEmpty())
                .findFirst();
    }

    @Override
    public List<Link> of(AccountId account) {
        return links.stream().filter(link -> link.account().equals(account)).toList();
    }

    @Override
    public void tied(ConsentId link) {}

    @Override
    public Optional<Link> revoke(Actor who, ConsentId consent) {
        Optional<Link> found = links.stream()
                .filter(link -> link.consent().equals(consent) && link.account().equals(who.principal()))
                .findFirst();
        found.ifPresent(link -> links.set(
                links.indexOf(link),
                new Link(
                        link.consent(),
                        link.account(),
                        link.site(),
                        link.subject(),
                        link.consented(),
                        link.tied(),
                        link.until(),
                        Optional.of(Instant.EPOCH))));
        return found;
    }

    @Override
    public Optional<String> receipt(AccountId account, ConsentId consent) {
        return Optional.empty();
    }

    @Override
    public List<Link> revokedSince(Instant since) {
        return List.of();
    }
}
