package io.renkei.tools.soak;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One line that is written anew on a terminal; elsewhere a line at each event. Safe for use by several threads. */
final class SoakProgress {

    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private final long began = System.nanoTime();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private String doing = "all run";
    private long told = began;

    SoakProgress(PrintStream out) {
        this.out = out;
    }

    void accepted(boolean again) {
        accepted.incrementAndGet();
        if (again) {
            repeated.incrementAndGet();
        }
        tell(false);
    }

    void killed(String name) {
        kills.incrementAndGet();
        doing(name + " killed");
    }

    void started(String name) {
        doing(name + " runs again");
    }

    synchronized void doing(String what) {
        doing = what;
        tell(true);
    }

    int kills() {
        return kills.get();
    }

    /** Accepted on a repetition: the answer to an earlier try was lost. */
    int repeated() {
        return repeated.get();
    }

    private synchronized void tell(boolean event) {
        long now = System.nanoTime();
        if (terminal || event || now - told > TELL_NANOS) {
            told = now;
            out.printf(
                    "%s%6.1f s  %3d kills  %5d accepted  %s%s",
                    terminal ? "\r\u001b[K" : "",
                    (now - began) / 1e9,
                    kills.get(),
                    accepted.get(),
                    doing,
                    terminal ? "" : System.lineSeparator());
            out.flush();
        }
    }

    /** Leaves the line. */
    synchronized void end() {
        if (terminal) {
            out.println();
        }
    }
}
