package io.renkei.http.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;

/**
 * Closes connections that nobody uses, for every client of the process, with one thread that lives only while there is a
 * client. A thread for each client would be one or two for each of a thousand destinations.
 */
public final class IdlePools {

    /** For all clients: their destinations have nothing else in common. */
    public static final IdlePools SHARED = new IdlePools(TimeValue.ofSeconds(20));

    private final TimeValue idle;
    private final Set<PoolingHttpClientConnectionManager> pools = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor sweeper;
    private boolean planned;

    /** @param idle how long a connection is kept that nobody uses */
    public IdlePools(TimeValue idle) {
        this.idle = idle;
        this.sweeper = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "renkei.http.idle");
            thread.setDaemon(true);
            return thread;
        });
        sweeper.setKeepAliveTime(1, TimeUnit.SECONDS);
        sweeper.allowCoreThreadTimeOut(true);
    }

    public synchronized void add(PoolingHttpClientConnectionManager pool) {
        pools.add(pool);
        if (!planned) {
            plan();
        }
    }

    /** Of a client that is closed. */
    public void remove(PoolingHttpClientConnectionManager pool) {
        pools.remove(pool);
    }

    private void plan() {
        planned = true;
        sweeper.schedule(this::sweep, idle.toMilliseconds() / 2 + 1, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            pools.forEach(pool -> {
                pool.closeExpired();
                pool.closeIdle(idle);
            });
        } finally {
            // A pool that fails must not end the sweeps of the others.
            planAgain();
        }
    }

    private synchronized void planAgain() {
        planned = false;
        if (!pools.isEmpty()) {
            plan();
        }
    }
}
