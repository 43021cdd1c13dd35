package io.renkei.holdings.internal;

import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.HoldingStore.DueReceipt;
import io.renkei.ports.linkage.Link;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells services that a person opened what they hold, until they were told. Safe for use by several threads. */
final class Receipts {

    private final Services services;
    private final HoldingStore store;
    private final Standing standing;
    private final Pauses pauses;
    private final Supplier<Duration> giveUp;
    private final Clock clock;

    Receipts(
            Services services,
            HoldingStore store,
            Standing standing,
            Pauses pauses,
            Supplier<Duration> giveUp,
            Clock clock) {
        this.services = services;
        this.store = store;
        this.standing = standing;
        this.pauses = pauses;
        this.giveUp = giveUp;
        this.clock = clock;
    }

    void send(DueReceipt due) {
        Optional<Link> link = services.link(due.account(), due.holding().service(), due.link());
        Optional<HoldingsSource> source = services.source(due.holding().service());
        boolean isOld = due.opened().plus(giveUp.get()).isBefore(clock.instant());
        if (link.isEmpty() || isOld) {
            store.receiptEnded(due.id(), false);
        } else if (source.isEmpty()) {
            store.receiptAgain(due.id(), pauses.after(due.tries()));
        } else {
            send(due, source.get(), link.get());
        }
    }

    private void send(DueReceipt due, HoldingsSource source, Link link) {
        try {
            boolean told = source.markRead(link.subject(), due.holding().id(), due.opened());
            standing.answered(link.site());
            store.receiptEnded(due.id(), told);
        } catch (TransientFailure e) {
            standing.failed(link.site(), e.getMessage());
            store.receiptAgain(due.id(), pauses.after(due.tries()));
        } catch (PermanentFailure e) {
            store.receiptEnded(due.id(), false);
        }
    }
}
