package io.renkei.api.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * How the gateway uses one destination.
 *
 * @param concurrency filings under way at once, 1 to 64
 * @param totalTimeout the longest that one dispatch may take, all its calls together, 1 s to 10 min; the lease of an
 *     attempt is longer
 * @param attempts the most attempts before a filing is parked, 1 to 1000
 * @param firstBackoff the pause after the first transient failure, 10 ms to 1 h; it doubles with each further one
 * @param longestBackoff the bound of that pause, up to 24 h
 * @param reconcilePause between two questions about an unknown outcome, 10 ms to 1 h
 */
public record LaneSettings(
        int concurrency,
        Duration totalTimeout,
        int attempts,
        Duration firstBackoff,
        Duration longestBackoff,
        Duration reconcilePause) {

    /** @throws IllegalArgumentException naming the value that is out of its range */
    public LaneSettings {
        Objects.requireNonNull(totalTimeout, "totalTimeout");
        require(concurrency >= 1 && concurrency <= 64, "the concurrency lies between 1 and 64");
        require(within(totalTimeout, 1_000, 600_000), "the total timeout lies between 1 s and 10 min");
        require(attempts >= 1 && attempts <= 1000, "the attempts lie between 1 and 1000");
        require(within(firstBackoff, 10, 3_600_000), "the first back-off lies between 10 ms and 1 h");
        require(
                within(longestBackoff, firstBackoff.toMillis(), 86_400_000),
                "the longest back-off lies between the first and 24 h");
        require(within(reconcilePause, 10, 3_600_000), "the pause between questions lies between 10 ms and 1 h");
    }

    private static boolean within(Duration value, long least, long most) {
        return value.toMillis() >= least && value.toMillis() <= most;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
