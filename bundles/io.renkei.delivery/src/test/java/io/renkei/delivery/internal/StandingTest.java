package io.renkei.delivery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {

    private long nanos = Long.MAX_VALUE - 5;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), () -> 0);
    private final Standing standing = new Standing(backoff, () -> nanos);

    @Test
    void asManyMayCallAsThereArePlacesWhileAllIsWell() {
        assertEquals(4, standing.places(4, 0));
        assertEquals(1, standing.places(4, 3));
        assertEquals(Optional.empty(), standing.trouble());
        assertFalse(standing.answered());
    }

    @Test
    void nobodyCallsForAPauseThenOneUntilOneIsAnswered() {
        assertTrue(standing.failed("silent", Optional.empty()));
        assertEquals(Optional.of("silent"), standing.trouble());
        assertEquals(0, standing.places(4, 0));
        pass(Duration.ofMillis(500));
        assertEquals(1, standing.places(4, 0));
        assertEquals(0, standing.places(4, 1));

        assertFalse(standing.failed("silent", Optional.empty()), "it was down before");
        pass(Duration.ofMillis(999));
        assertEquals(0, standing.places(4, 0));
        pass(Duration.ofMillis(1));
        assertEquals(1, standing.places(4, 0));

        assertTrue(standing.answered());
        assertEquals(4, standing.places(4, 0));
        assertEquals(Optional.empty(), standing.trouble());
    }

    @Test
    void callsThatFailTogetherCountOnce() {
        for (int i = 0; i < 4; i++) {
            standing.failed("silent", Optional.empty());
        }
        pass(Duration.ofMillis(500));
        assertEquals(1, standing.places(4, 0));
    }

    @Test
    void whatTheServiceAsksForIsWaitedFor() {
        standing.failed("busy", Optional.of(Duration.ofMinutes(2)));
        pass(Duration.ofMinutes(2).minusNanos(1));
        assertEquals(0, standing.places(4, 0));
        pass(Duration.ofNanos(1));
        assertEquals(1, standing.places(4, 0));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
