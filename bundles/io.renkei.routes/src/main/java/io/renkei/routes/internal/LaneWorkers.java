package io.renkei.routes.internal;

import io.renkei.api.model.FilingKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads of one lane: as many as it may have filings under way, and at most about as many again for those that did
 * not end in time and were left behind. The bound is {@link #hasPlace()}, which is asked before an attempt begins, and
 * the number of the lane's readers; the pool itself never refuses an attempt that has begun.
 */
final class LaneWorkers implements AutoCloseable {

    private final int concurrency;
    private final ThreadPoolExecutor threads;
    private final Set<FilingKey> leftBehind = ConcurrentHashMap.newKeySet();
    private final Set<Future<Ending>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean killed;

    LaneWorkers(String name, int concurrency) {
        this.concurrency = concurrency;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Whether another attempt may begin: not while those left behind hold the spare threads. */
    boolean hasPlace() {
        return leftBehind.size() < concurrency;
    }

    /** Whether a thread that was left behind may still be sending the filing. */
    boolean stillSending(FilingKey filing) {
        return leftBehind.contains(filing);
    }

    /**
     * Runs the exchange of a filing.
     *
     * @return how it ended, or {@code Lost} with {@link RoutesCode#TIMEOUT} once the time is over or with {@link
     *     RoutesCode#KILLED} once {@link #kill} was called; its thread is then interrupted and left to end by itself
     */
    Ending run(FilingKey filing, Supplier<Ending> exchange, Duration timeout) {
        if (killed) {
            return new Ending.FailedForNow(RoutesCode.KILLED.code());
        }
        Run run = new Run(filing, exchange);
        Future<Ending> future = threads.submit(run::call);
        underWay.add(future);
        if (killed) {
            future.cancel(true);
        }
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            return giveUp(run, future);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp(run, future);
        } catch (ExecutionException e) {
            return Ending.of(Optional.of(e.getCause()), null);
        } finally {
            underWay.remove(future);
        }
    }

    /** Gives up what is under way, and lets nothing begin before {@link #revive}. */
    void kill() {
        killed = true;
        underWay.forEach(future -> future.cancel(true));
    }

    void revive() {
        killed = false;
    }

    private Ending giveUp(Run run, Future<Ending> future) {
        run.leaveBehind();
        future.cancel(true);
        return new Ending.Lost((killed ? RoutesCode.KILLED : RoutesCode.TIMEOUT).code());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** One exchange; it takes itself off the list of those left behind when it ends after all. */
    private final class Run {

        private final FilingKey filing;
        private final Supplier<Ending> exchange;
        private boolean ended;

        private Run(FilingKey filing, Supplier<Ending> exchange) {
            this.filing = filing;
            this.exchange = exchange;
        }

        private Ending call() {
            try {
                return exchange.get();
            } finally {
                end();
            }
        }

        private synchronized void end() {
            ended = true;
            leftBehind.remove(filing);
        }

        private synchronized void leaveBehind() {
            if (!ended) {
                leftBehind.add(filing);
            }
        }
    }
}
