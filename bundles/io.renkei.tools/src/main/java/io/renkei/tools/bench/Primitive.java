package io.renkei.tools.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A raw operation.
 *
 * @param name for people
 * @param scope whose CPU time counts
 */
record Primitive(String name, Scope scope, Operation operation) {

    private static final int MOST = 200_000;
    private static final double NANOS_PER_MICRO = 1_000;

    /** Whose CPU time an operation costs. */
    enum Scope {
        /** All is done by the calling thread. */
        THREAD,
        /** Threads behind it work too. */
        PROCESS
    }

    /** Does it once. */
    interface Operation {
        void run() throws Exception;
    }

    /**
     * What was measured.
     *
     * @param cpuMicros CPU time of one operation
     */
    record Measured(String name, Latencies latencies, double perSecond, double cpuMicros) {}

    /** Runs it for a while to warm up and then for the measurement, on the calling thread. */
    Measured measure(long warmMillis, long millis) throws Exception {
        loop(warmMillis);
        long cpu = cpu();
        long began = System.nanoTime();
        long[] nanos = loop(millis);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measured(
                name,
                Latencies.ofNanos(nanos),
                nanos.length / seconds,
                (cpu() - cpu) / NANOS_PER_MICRO / Math.max(1, nanos.length));
    }

    private long[] loop(long millis) throws Exception {
        long[] nanos = new long[MOST];
        int count = 0;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long now = System.nanoTime(); now - end < 0 && count < MOST; count++) {
            operation.run();
            long after = System.nanoTime();
            nanos[count] = after - now;
            now = after;
        }
        return Arrays.copyOf(nanos, count);
    }

    private long cpu() {
        return scope == Scope.THREAD
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
