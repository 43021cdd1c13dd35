package io.renkei.holdings.internal;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Which private delivery services there are, and which an account is linked to now. Safe for use by several threads. */
final class Services {

    private final Supplier<List<HoldingsSource>> sources;
    private final Supplier<Set<SiteId>> configured;
    private final Supplier<Links> links;
    private final Clock clock;

    /**
     * @param configured those that are services even while no connector of them is installed
     * @param links throws {@link io.renkei.ports.state.StateUnavailable} while there are none
     */
    Services(
            Supplier<List<HoldingsSource>> sources,
            Supplier<Set<SiteId>> configured,
            Supplier<Links> links,
            Clock clock) {
        this.sources = sources;
        this.configured = configured;
        this.links = links;
        this.clock = clock;
    }

    Optional<HoldingsSource> source(SiteId service) {
        return sources.get().stream()
                .filter(each -> each.site().equals(service.value()))
                .findFirst();
    }

    /** Those with a connector. */
    Set<SiteId> installed() {
        Set<SiteId> installed = new LinkedHashSet<>();
        sources.get().forEach(each -> SiteId.parse(each.site()).ifPresent(installed::add));
        return installed;
    }

    Set<SiteId> all() {
        Set<SiteId> all = installed();
        all.addAll(configured.get());
        return all;
    }

    /** The links of an account to services that hold now, one for each. */
    List<Link> linked(AccountId account) {
        Set<SiteId> services = all();
        Map<SiteId, Link> linked = new LinkedHashMap<>();
        links.get().of(account).stream()
                .filter(link -> services.contains(link.site()) && link.holds(clock.instant()))
                .forEach(link -> linked.putIfAbsent(link.site(), link));
        return List.copyOf(linked.values());
    }

    /** The link to a service that holds now. */
    Optional<Link> link(AccountId account, SiteId service) {
        return all().contains(service)
                ? links.get().find(account, service).filter(link -> link.holds(clock.instant()))
                : Optional.empty();
    }

    /** The link under which something was fetched, if it is the one that holds now. */
    Optional<Link> link(AccountId account, SiteId service, ConsentId consent) {
        return link(account, service).filter(link -> link.consent().equals(consent));
    }
}
