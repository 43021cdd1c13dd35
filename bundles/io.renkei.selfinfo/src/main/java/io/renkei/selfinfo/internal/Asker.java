package io.renkei.selfinfo.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.LinkageCodeSource;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.selfinfo.QuestionStore.Call;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.selfinfo.internal.Agencies.Connected;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Works down the calls that are due until it is closed: one thread claims, others call, a bounded number in all and of each agency.
 * It is woken by each question and by each call that ended, and looks by itself now and then.
 */
final class Asker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);

    /** What is asked close together is looked for together. */
    private static final long GATHER_MILLIS = 10;

    /** What a call may take longer than its connector says, on a machine that is busy, before another node takes it over. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration END_LEASE = Duration.ofSeconds(30);
    private static final int MOST_AGENCIES = 1_000;
    private static final int MOST_CLAIMED = 100;

    private final QuestionStore store;
    private final Agencies agencies;
    private final Inquiry inquiry;
    private final Catalogue catalogue;
    private final Supplier<SelfInfoSettings> settings;
    private final Backoff backoff;
    private final Clock clock;
    private final Duration look;
    private final Map<DestinationId, Standing> standings = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool(Asker::caller);
    private final Semaphore work = new Semaphore(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "renkei.selfinfo");
    private volatile List<DestinationId> unconnected = List.of();
    private boolean saidDefect;

    /** @param look until it looks by itself */
    Asker(
            QuestionStore store,
            Agencies agencies,
            Inquiry inquiry,
            Catalogue catalogue,
            Supplier<SelfInfoSettings> settings,
            Backoff backoff,
            Clock clock,
            Duration look) {
        this.store = store;
        this.agencies = agencies;
        this.inquiry = inquiry;
        this.catalogue = catalogue;
        this.settings = settings;
        this.backoff = backoff;
        this.clock = clock;
        this.look = look;
    }

    private static Thread caller(Runnable call) {
        Thread thread = new Thread(call, "renkei.selfinfo.call");
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        thread.start();
    }

    /** Something may be due. */
    void wake() {
        work.release();
    }

    private void run() {
        try {
            while (!isClosing()) {
                round();
                gather();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            end();
            askDue();
            saidDefect = false;
        } catch (StateUnavailable e) {
            // The journal says so, and says when it is back.
        } catch (RuntimeException e) {
            if (!saidDefect) {
                LOG.error("{}", SelfInfoCode.DEFECT.line(), e);
            }
            saidDefect = true;
        }
    }

    private void end() {
        List<Call> over = store.claimOver(END_LEASE, MOST_CLAIMED);
        while (!isClosing() && !over.isEmpty()) {
            over.forEach(inquiry::end);
            over = store.claimOver(END_LEASE, MOST_CLAIMED);
        }
    }

    private void askDue() {
        List<DestinationId> without = new ArrayList<>();
        List<DestinationId> due = store.due(MOST_AGENCIES);
        for (DestinationId agency : due) {
            Optional<Connected> connected = agencies.find(agency);
            if (connected.isEmpty()) {
                without.add(agency);
            } else if (!isClosing()
                    && catalogue.opening(agency, clock.instant()).open()) {
                ask(connected.get());
            }
        }
        unconnected = List.copyOf(without);
        standings.forEach((agency, standing) -> {
            if (!due.contains(agency)) {
                probe(agency, standing);
            }
        });
    }

    /** An agency that was away and that nobody asks: health says when it is back. */
    private void probe(DestinationId agency, Standing standing) {
        Optional<Connected> connected = agencies.find(agency);
        if (connected.isEmpty() || isClosing() || !standing.isToBeProbed()) {
            return;
        }
        standing.begin();
        callers.execute(() -> {
            try {
                Health health = connected.get().source().probe();
                if (!health.reachable()) {
                    standing.failed(new Standing.Trouble(health.code(), false));
                } else if (standing.answered()) {
                    LOG.info("The agency {} answers again.", agency);
                }
            } catch (RuntimeException e) {
                standing.failed(new Standing.Trouble(SelfInfoCode.DEFECT.code(), false));
            } finally {
                standing.end();
            }
        });
    }

    /** It is connected anew: what was so before says nothing about it. */
    void connectedAnew(DestinationId agency) {
        standings.remove(agency);
        wake();
    }

    private void ask(Connected connected) {
        Standing standing =
                standings.computeIfAbsent(connected.agency(), none -> new Standing(backoff, System::nanoTime));
        SelfInfoSettings used = settings.get();
        int most = Math.min(used.parallelAgency(), connected.asking().parallel());
        int places = standing.places(most, used.parallel() - underWay.get());
        if (places <= 0) {
            return;
        }
        Duration lease = connected
                .asking()
                .longest()
                .plusMillis(LinkageCodeSource.LONGEST_MILLIS)
                .plus(MARGIN);
        for (Call call : store.claim(connected.agency(), lease, places)) {
            underWay.incrementAndGet();
            standing.begin();
            callers.execute(() -> make(call, connected, standing));
        }
    }

    @SuppressWarnings("try") // the key of the log is held, not called
    private void make(Call call, Connected connected, Standing standing) {
        try (MDC.MDCCloseable key = MDC.putCloseable("question", call.question().toString())) {
            inquiry.make(call, connected, standing);
        } catch (StateUnavailable e) {
            // What came of it is not written: it is asked again under the same reference, once its lease is over.
        } catch (RuntimeException e) {
            if (standing.failed(new Standing.Trouble(SelfInfoCode.DEFECT.code(), false))) {
                // Without its text, which may be what the agency said.
                StackTraceElement[] where = e.getStackTrace();
                LOG.error(
                        "{} ({}: {} at {})",
                        SelfInfoCode.DEFECT.line(),
                        call.agency(),
                        e.getClass().getName(),
                        where.length == 0 ? "unknown" : where[0]);
            }
            giveBack(call);
        } finally {
            standing.end();
            underWay.decrementAndGet();
            work.release();
        }
    }

    private void giveBack(Call call) {
        try {
            store.again(call, backoff.after(call.tries()), true, SelfInfoCode.DEFECT.code());
        } catch (StateUnavailable e) {
            // Its lease ends.
        }
    }

    private void gather() throws InterruptedException {
        if (work.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
            closing.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
            work.drainPermits();
        }
    }

    /** Agencies that do not answer now, and why. */
    Map<DestinationId, Standing.Trouble> troubles() {
        Map<DestinationId, Standing.Trouble> troubles = new TreeMap<>();
        standings.forEach((agency, standing) -> standing.trouble().ifPresent(why -> troubles.put(agency, why)));
        return troubles;
    }

    /** Agencies that questions wait for and that are not connected. */
    List<DestinationId> unconnected() {
        return unconnected;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /**
     * Begins no further call, and waits a little for those that are under way. What does not end is asked again by somebody else. No
     * thread is interrupted: it may be in the database.
     */
    @Override
    public void close() {
        closing.countDown();
        work.release();
        try {
            thread.join(5_000);
            callers.shutdown();
            callers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            callers.shutdown();
            Thread.currentThread().interrupt();
        }
    }
}
