package io.renkei.holdings.internal;

import io.renkei.ports.sites.SiteId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Runs work beside who asks, at most so much for one service at once: a slow service takes no place of another. */
final class Places implements AutoCloseable {

    private static final long ENDING_SECONDS = 5;

    private final IntSupplier most;
    private final ExecutorService threads;
    private final Map<SiteId, AtomicInteger> taken = new ConcurrentHashMap<>();

    /** @param most for one service; may change */
    Places(String name, IntSupplier most) {
        this.most = most;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name + "." + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    int free(SiteId service) {
        return Math.max(0, most.getAsInt() - taken(service).get());
    }

    /** Begins the work, unless there is no place for it. */
    boolean begin(SiteId service, Runnable work) {
        AtomicInteger places = taken(service);
        if (places.incrementAndGet() > most.getAsInt()) {
            places.decrementAndGet();
            return false;
        }
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    places.decrementAndGet();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            places.decrementAndGet();
            return false;
        }
    }

    private AtomicInteger taken(SiteId service) {
        return taken.computeIfAbsent(service, any -> new AtomicInteger());
    }

    /** Begins nothing more, and waits a little for what is under way; calls end by the timeouts of their connectors. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
