package io.renkei.routes.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Interrupts what takes too long. */
final class Watchdog {

    private final ScheduledExecutorService timer;

    Watchdog(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Runs on the calling thread, which is interrupted once after the limit and not later. */
    boolean watch(Duration limit, BooleanSupplier work) {
        Bite bite = new Bite(Thread.currentThread());
        Future<?> planned = timer.schedule(bite, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work.getAsBoolean();
        } finally {
            planned.cancel(false);
            bite.callOff();
        }
    }

    private static final class Bite implements Runnable {

        private final Thread thread;
        private boolean off;

        private Bite(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (!off) {
                thread.interrupt();
            }
        }

        /** Afterwards the thread is not interrupted any more, and a late interrupt is forgotten. */
        private synchronized void callOff() {
            off = true;
            Thread.interrupted();
        }
    }
}
