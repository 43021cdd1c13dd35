package io.renkei.ports.state;

import java.time.Duration;

/**
 * How often a destination is asked about one filing: again after {@code first}, and each further time after twice as
 * long, {@code longest} at most, until something changes.
 *
 * @param first from 1 ms
 * @param longest not shorter than {@code first}, 7 days at most
 */
public record Pace(Duration first, Duration longest) {

    private static final Duration MOST = Duration.ofDays(7);

    public Pace {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0 || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a pace begins at 1 ms, grows, and ends at 7 days");
        }
    }

    /** Always the same pause. */
    public static Pace steady(Duration pause) {
        return new Pace(pause, pause);
    }
}
