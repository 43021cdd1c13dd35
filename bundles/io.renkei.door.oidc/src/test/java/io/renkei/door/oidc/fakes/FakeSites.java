package io.renkei.door.oidc.fakes;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Site.Client;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.sites.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sites in a map. */
public final class FakeSites implements Sites {

    private final Map<SiteId, Site> known = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public void put(Site site) {
        known.put(site.id(), site);
    }

    /** Whether nobody can sign on now. */
    public void close(boolean shut) {
        closed = shut;
    }

    /** One that may ask for the items 2, 5 and 3-14, and for certificates of the kind TEG800. */
    public static Site site(String name, Client client) {
        return new Site(
                new SiteId(name),
                new Words("サイト " + name, "Site " + name),
                new Words("確認のため", "To check"),
                Set.of(AccountKind.PERSON, AccountKind.COMPANY),
                Set.of(
                        new SelfInformationNumber("2"),
                        new SelfInformationNumber("5"),
                        new SelfInformationNumber("3-14")),
                Duration.ofDays(365),
                Duration.ofDays(1),
                client,
                new Site.Deductions(Set.of("TEG800"), true));
    }

    @Override
    public List<Site> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(site -> site.name().ja()))
                .toList();
    }

    @Override
    public Optional<Site> find(SiteId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public Opening opening(SiteId site, Use use, Instant now) {
        return new Opening(!closed, Optional.empty(), new Words("", ""));
    }
}
