package io.renkei.holdings.internal;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.HoldingsSource.Holding;
import io.renkei.api.spi.HoldingsSource.Page;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.holdings.internal.Examiner.Listed;
import io.renkei.holdings.internal.Fetching.Content;
import io.renkei.holdings.internal.Fetching.Outcome;
import io.renkei.holdings.internal.Fetching.Wish;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.HoldingStore.DuePart;
import io.renkei.ports.linkage.DeductionWish;
import io.renkei.ports.linkage.Link;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gathers what one service has for a bundle. It goes on where it was left, so a kill costs one fetch; what was judged is not fetched
 * again. Safe for use by several threads.
 */
final class Collector {

    /** For how long a part is one node's; renewed before each fetch. */
    static final Duration LEASE = Duration.ofMinutes(6);

    private static final int MOST_PAGES = 100;
    private static final int MOST_CERTIFICATES = 500;

    private final Services services;
    private final HoldingStore store;
    private final ContentStore contents;
    private final Fetching fetching;
    private final Standing standing;
    private final Pauses pauses;
    private final Clock clock;

    Collector(
            Services services,
            HoldingStore store,
            ContentStore contents,
            Fetching fetching,
            Standing standing,
            Pauses pauses,
            Clock clock) {
        this.services = services;
        this.store = store;
        this.contents = contents;
        this.fetching = fetching;
        this.standing = standing;
        this.pauses = pauses;
        this.clock = clock;
    }

    void collect(DuePart part) {
        Optional<Link> link = services.link(part.account(), part.service(), part.link());
        Optional<HoldingsSource> source = services.source(part.service());
        if (link.isEmpty()) {
            end(part, HoldingsCode.NOT_LINKED.code());
        } else if (source.isEmpty()) {
            later(part, HoldingsCode.NO_CONNECTOR.code());
        } else {
            collect(part, source.get(), link.get());
        }
    }

    private void collect(DuePart part, HoldingsSource source, Link link) {
        try {
            List<Holding> wanted = wanted(source, link, part);
            standing.answered(part.service());
            store.listed(part.bundle(), part.service(), wanted.size());
            if (wanted.size() > MOST_CERTIFICATES) {
                end(part, HoldingsCode.TOO_MANY.code());
            } else {
                fetch(part, source, link, wanted);
            }
        } catch (TransientFailure e) {
            standing.failed(part.service(), e.getMessage());
            later(part, e.getMessage());
        } catch (PermanentFailure e) {
            end(part, e.getMessage());
        }
    }

    private static List<Holding> wanted(HoldingsSource source, Link link, DuePart part)
            throws TransientFailure, PermanentFailure {
        List<Holding> wanted = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES && wanted.size() <= MOST_CERTIFICATES; pages++) {
            Page page = source.holdings(link.subject(), cursor);
            page.holdings().stream().filter(each -> isWanted(each, part)).forEach(wanted::add);
            cursor = page.next();
            if (cursor.isEmpty()) {
                return wanted;
            }
        }
        throw new PermanentFailure(HoldingsCode.TOO_MANY.code(), null);
    }

    private static boolean isWanted(Holding listed, DuePart part) {
        boolean kind = part.kinds().isEmpty()
                ? DeductionWish.isKind(listed.kind())
                : part.kinds().contains(listed.kind());
        return kind && listed.year() == part.year();
    }

    /** A document that breaks off holds up no other: the part is asked for again once all others were fetched. */
    private void fetch(DuePart part, HoldingsSource source, Link link, List<Holding> wanted)
            throws TransientFailure, PermanentFailure {
        Set<String> judged = store.judged(part.bundle(), part.service());
        Optional<String> trouble = Optional.empty();
        for (Holding each : wanted) {
            if (judged.contains(each.id())) {
                continue;
            }
            if (!store.hold(part.bundle(), part.service(), LEASE)) {
                return;
            }
            Optional<String> why = take(part, source, link, each);
            trouble = why.isPresent() ? why : trouble;
        }
        if (trouble.isPresent()) {
            later(part, trouble.get());
        } else {
            end(part, "");
        }
    }

    /** Takes one certificate; the code if it has to be fetched again. */
    private Optional<String> take(DuePart part, HoldingsSource source, Link link, Holding listed)
            throws TransientFailure, PermanentFailure {
        HoldingRef holding = new HoldingRef(part.service(), listed.id());
        Wish wish =
                new Wish(holding, Optional.of(new Listed(listed.kind(), listed.year())), Optional.of(part.bundle()));
        Outcome outcome = fetching.fetch(source, link, wish, new HoldingAccessId(UUID.randomUUID()));
        if (outcome instanceof Outcome.Judged judged) {
            return keep(part, new Item(holding, listed.kind(), judged.judgement()), judged.content());
        }
        return Optional.of(
                outcome instanceof Outcome.NotNow later ? later.why().code() : HoldingsCode.NOT_LINKED.code());
    }

    private Optional<String> keep(DuePart part, Item item, Optional<Content> content) {
        try {
            Optional<ContentRef> kept = content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(contents.store(
                            part.key(),
                            new ByteArrayInputStream(content.get().xml()),
                            content.get().xml().length + 1L));
            store.keep(part.bundle(), item, kept);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(HoldingsCode.NOT_KEPT.code());
        }
    }

    private void later(DuePart part, String code) {
        Duration left = Duration.between(clock.instant(), part.giveUp());
        if (left.isNegative() || left.isZero()) {
            end(part, code);
        } else {
            Duration pause = pauses.after(part.tries());
            store.again(part.bundle(), part.service(), code, pause.compareTo(left) < 0 ? pause : left);
        }
    }

    private void end(DuePart part, String code) {
        store.end(part.bundle(), part.service(), code);
    }
}
