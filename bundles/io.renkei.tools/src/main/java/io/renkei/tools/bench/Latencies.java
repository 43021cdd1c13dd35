package io.renkei.tools.bench;

import java.util.Arrays;

/**
 * Times of one kind of operation, in microseconds.
 *
 * @param count of operations
 */
record Latencies(long count, long p50, long p99, long longest) {

    private static final int NANOS = 1_000;

    static Latencies ofNanos(long[] nanos) {
        if (nanos.length == 0) {
            return new Latencies(0, 0, 0, 0);
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted.length, at(sorted, 0.50), at(sorted, 0.99), sorted[sorted.length - 1] / NANOS);
    }

    private static long at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * part))] / NANOS;
    }

    String millis(long micros) {
        return String.format("%.1f ms", micros / 1_000.0);
    }
}
