package io.renkei.delivery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void isDoubledUpToTheLongest() {
        Backoff whole = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 1);
        assertEquals(
                List.of(1L, 2L, 4L, 5L, 5L),
                IntStream.range(0, 5)
                        .mapToObj(tries -> whole.after(tries).toSeconds())
                        .toList());
        assertEquals(Duration.ofSeconds(5), whole.after(Integer.MAX_VALUE));
    }

    @Test
    void isHalfOfItAtLeast() {
        assertEquals(
                Duration.ofMillis(500), new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 0).after(0));
    }
}
