package io.renkei.partners.internal;

/** Counts what one partner, or everybody, has under way. Guarded by its owner. */
final class Meter {

    private static final double NANOS = 1e9;

    private int requests;
    private long bytes;
    private double tokens = -1;
    private long filledAt;

    boolean hasRoom(int mostRequests) {
        return requests < mostRequests;
    }

    boolean hasRoom(long more, long mostBytes) {
        return more <= mostBytes - bytes;
    }

    /** Whether one more may begin in this second; counts it if so. A second's worth may come at once. */
    boolean begin(int perSecond, long nowNanos) {
        double filled = tokens < 0 ? perSecond : tokens + (nowNanos - filledAt) / NANOS * perSecond;
        tokens = Math.min(perSecond, filled);
        filledAt = nowNanos;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    void enter(long body) {
        requests++;
        bytes += body;
    }

    void grow(long more) {
        bytes += more;
    }

    void leave(long body) {
        requests--;
        bytes -= body;
    }

    int requests() {
        return requests;
    }

    long bytes() {
        return bytes;
    }
}
