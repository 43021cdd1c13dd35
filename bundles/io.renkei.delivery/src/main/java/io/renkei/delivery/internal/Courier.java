package io.renkei.delivery.internal;

import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.DeliveryStore.Due;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.StateUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works down the list of one service until it is closed: one thread claims, and as many as may call at once carry. It is
 * woken by each commit and by each call that ended, and looks by itself now and then.
 */
final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** What is committed close together is looked for together. */
    private static final long GATHER_MILLIS = 20;

    private final DeliverySettings settings;
    private final Outbox outbox;
    private final DeliveryStore list;
    private final Carrier carrier;
    private final BooleanSupplier mine;
    private final Pauses pauses;
    private final Standing standing;
    private final ListKeeper keeper;
    private final Delivering delivering;
    private final ExecutorService callers;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Semaphore work = new Semaphore(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private boolean saidDefect;

    /**
     * How long is waited.
     *
     * @param look until it looks by itself
     * @param backoff after a try that came to no end
     * @param end for calls that are under way when the courier is closed, before they are given up
     */
    record Pauses(Duration look, Backoff backoff, Duration end) {}

    /** @param mine whether no other courier has this service */
    Courier(
            DeliverySettings settings,
            Outbox outbox,
            DeliveryStore list,
            NoticeStore notices,
            Carrier carrier,
            BooleanSupplier mine,
            Clock clock,
            Pauses pauses) {
        this.settings = settings;
        this.outbox = outbox;
        this.list = list;
        this.carrier = carrier;
        this.mine = mine;
        this.pauses = pauses;
        this.standing = new Standing(pauses.backoff(), System::nanoTime);
        this.keeper = new ListKeeper(settings, list, notices, clock);
        this.delivering = new Delivering(
                settings.service(), list, notices, carrier, standing, pauses.backoff(), clock, this::isClosing);
        String name = "renkei.delivery." + settings.service();
        this.callers = Executors.newFixedThreadPool(settings.parallel(), call -> new Thread(call, name + ".call"));
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.start();
    }

    @SuppressWarnings("try") // the listener is held, not called
    private void run() {
        try (Outbox.Listening commits = outbox.onCommit(work::release)) {
            while (!isClosing()) {
                round();
                gather();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        if (!mine.getAsBoolean()) {
            return;
        }
        try {
            keeper.look(this::isClosing);
            handOut();
            saidDefect = false;
        } catch (StateUnavailable e) {
            // The journal says so, and says when it is back.
        } catch (RuntimeException e) {
            if (!saidDefect) {
                LOG.error("{}", DeliveryCode.DEFECT.line(), e);
            }
            saidDefect = true;
        }
    }

    private void handOut() {
        int places = standing.places(settings.parallel(), underWay.get());
        while (!isClosing() && places > 0) {
            List<Due> claimed = list.claim(settings.service(), settings.partners(), settings.lease(), places);
            for (Due due : claimed) {
                underWay.incrementAndGet();
                callers.execute(() -> call(due));
            }
            places = claimed.isEmpty() ? 0 : standing.places(settings.parallel(), underWay.get());
        }
    }

    private void call(Due due) {
        try {
            delivering.deliver(due);
        } catch (StateUnavailable e) {
            // What became of it is not written: it is tried again with the same key, once its lease is over.
        } catch (RuntimeException e) {
            LOG.error("{} (notice {})", DeliveryCode.DEFECT.line(), due.notice().id(), e);
        } finally {
            underWay.decrementAndGet();
            work.release();
        }
    }

    private void gather() throws InterruptedException {
        if (work.tryAcquire(pauses.look().toMillis(), TimeUnit.MILLISECONDS)) {
            closing.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
            work.drainPermits();
        }
    }

    /** Why the service takes nothing now; empty while all is well. */
    Optional<String> trouble() {
        return standing.trouble();
    }

    DeliverySettings settings() {
        return settings;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Begins no further call, and does not wait for those that are under way. */
    void end() {
        closing.countDown();
        work.release();
    }

    /**
     * Begins no further call. Those that are under way may end; what does not in time is given up, and is tried again by the
     * next courier with the same key. No thread is interrupted: it may be in the database.
     */
    @Override
    public void close() {
        end();
        try {
            thread.join(pauses.end().toMillis());
            callers.shutdown();
            if (!callers.awaitTermination(pauses.end().toMillis(), TimeUnit.MILLISECONDS)) {
                carrier.giveUp();
                callers.awaitTermination(pauses.end().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            carrier.giveUp();
            Thread.currentThread().interrupt();
        }
    }
}
