package io.renkei.holdings.internal;

import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.HoldingStore.DuePart;
import io.renkei.ports.holdings.HoldingStore.DueReceipt;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.state.StateUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out what is due, service by service, as far as each has places, and destroys what is over. One thread looks: when it is woken,
 * and by itself now and then.
 */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration RECEIPT_LEASE = Duration.ofMinutes(6);
    private static final int MOST_CLAIMED = 100;
    private static final int MOST_REMOVED = 500;

    private final Services services;
    private final HoldingStore store;
    private final ContentStore contents;
    private final Collector collector;
    private final Receipts receipts;
    private final Places places;
    private final Supplier<Period> records;
    private final Clock clock;
    private final Duration look;
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "renkei.holdings");
    private boolean saidDefect;

    /** @param look until it looks by itself */
    Rounds(
            Services services,
            HoldingStore store,
            ContentStore contents,
            Collector collector,
            Receipts receipts,
            Places places,
            Supplier<Period> records,
            Clock clock,
            Duration look) {
        this.services = services;
        this.store = store;
        this.contents = contents;
        this.collector = collector;
        this.receipts = receipts;
        this.places = places;
        this.records = records;
        this.clock = clock;
        this.look = look;
    }

    void start() {
        thread.start();
    }

    /** Something is due. */
    void wake() {
        work.release();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                round();
                if (work.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            store.collecting().forEach(this::collect);
            services.installed().forEach(this::send);
            sweep();
            saidDefect = false;
        } catch (StateUnavailable e) {
            // The journal says so, and says when it is back.
        } catch (RuntimeException e) {
            if (!saidDefect) {
                LOG.error("{}", HoldingsCode.DEFECT.line(), e);
            }
            saidDefect = true;
        }
    }

    private void collect(SiteId service) {
        int free = Math.min(MOST_CLAIMED, places.free(service));
        if (free > 0) {
            for (DuePart part : store.claimParts(service, Collector.LEASE, free)) {
                begin(service, () -> collector.collect(part));
            }
        }
    }

    private void send(SiteId service) {
        int free = Math.min(MOST_CLAIMED, places.free(service));
        if (free > 0) {
            for (DueReceipt due : store.claimReceipts(service, RECEIPT_LEASE, free)) {
                begin(service, () -> receipts.send(due));
            }
        }
    }

    /** What finds no place comes again when its lease is over. */
    private void begin(SiteId service, Runnable call) {
        places.begin(service, () -> {
            try {
                call.run();
            } catch (StateUnavailable e) {
                // What became of it is not written: it comes again when its lease is over.
            } catch (RuntimeException e) {
                LOG.error("{} ({})", HoldingsCode.DEFECT.line(), service, e);
            } finally {
                wake();
            }
        });
    }

    private void sweep() {
        store.over(MOST_CLAIMED).forEach(ended -> destroy(ended.id(), ended.key()));
        Instant before =
                clock.instant().atOffset(ZoneOffset.UTC).minus(records.get()).toInstant();
        store.removeAccesses(before, MOST_REMOVED);
    }

    /** The key first: what is listed and cannot be read is seen, what could be read and is not listed would not be. */
    void destroy(BundleId id, CaseKeyId key) {
        contents.destroyCaseKey(key);
        store.destroyed(id);
    }

    @Override
    public void close() {
        closing.countDown();
        wake();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
