package io.renkei.linkage.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.Handovers.Asked;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.sites.Sites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what sites ask for, or says what of it they may not. */
final class Wishes {

    private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);

    /** No agency has anything before (明治元年). */
    private static final LocalDate FIRST_DAY = LocalDate.of(1868, 1, 1);

    private final Sites sites;
    private final HandoverStore store;
    private final Supplier<Duration> lasts;
    private final Clock clock;

    /** @param lasts how long a request waits for the person */
    Wishes(Sites sites, HandoverStore store, Supplier<Duration> lasts, Clock clock) {
        this.sites = sites;
        this.store = store;
        this.lasts = lasts;
        this.clock = clock;
    }

    Asked ask(SiteId site, HandoverWish wish) {
        Set<SelfInformationNumber> notAllowed = new TreeSet<>(wish.items().keySet());
        notAllowed.removeAll(sites.find(site).map(Site::items).orElse(Set.of()));
        if (!notAllowed.isEmpty()) {
            return new Asked.NotAllowed(notAllowed);
        }
        Site.Deductions allowed = sites.find(site).map(Site::deductions).orElse(Site.Deductions.NONE);
        Set<String> kinds =
                new TreeSet<>(wish.deductions().map(DeductionWish::kinds).orElse(Set.of()));
        kinds.removeAll(allowed.kinds());
        if (!kinds.isEmpty()) {
            return new Asked.KindsNotAllowed(kinds);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ServiceWindow.JAPAN);
        Optional<Integer> year = wish.deductions()
                .map(DeductionWish::year)
                .filter(wanted -> wanted > today.getYear() || wanted < today.getYear() - Holdings.YEARS_BACK);
        if (year.isPresent()) {
            return new Asked.BadYear(year.get());
        }
        Optional<SelfInformationNumber> bad = new TreeSet<>(wish.items().keySet())
                .stream()
                        .filter(item -> !canBeMet(wish.items().get(item), today))
                        .findFirst();
        if (bad.isPresent()) {
            return new Asked.BadCondition(bad.get());
        }
        HandoverView view = asked(site, settled(wish, allowed), now);
        store.ask(new KeptHandover(
                view, 0, Optional.empty(), Optional.empty(), Set.of(), Optional.of(view.until()), false, now));
        LOG.info("Site {} asks for handover {}", site, view.id());
        return new Asked.Waiting(view.id(), view.until());
    }

    /** Whether documents are handed over is for the site's file to say. */
    private static HandoverWish settled(HandoverWish wish, Site.Deductions allowed) {
        return new HandoverWish(
                wish.items(),
                wish.purpose(),
                wish.deductions().map(wanted -> new DeductionWish(wanted.year(), wanted.kinds(), allowed.documents())));
    }

    private HandoverView asked(SiteId site, HandoverWish wish, Instant now) {
        return new HandoverView(
                new HandoverId(UUID.randomUUID()),
                site,
                wish,
                HandoverState.ASKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                now,
                now.plus(lasts.get()));
    }

    private static boolean canBeMet(AttributeCondition condition, LocalDate today) {
        return condition.fold(
                () -> true,
                day -> !day.isAfter(today) && !day.isBefore(FIRST_DAY),
                (from, to) -> !to.isAfter(today) && !from.isBefore(FIRST_DAY));
    }
}
