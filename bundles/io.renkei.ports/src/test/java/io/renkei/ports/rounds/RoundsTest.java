package io.renkei.ports.rounds;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final AtomicReference<Duration> pause = new AtomicReference<>(Duration.ofHours(1));
    private final AtomicInteger began = new AtomicInteger();

    @Test
    void theyEndAtOnceThoughTheNextIsPlanned() {
        Rounds rounds = rounds(began::incrementAndGet);
        rounds.plan();
        assertTimeout(Duration.ofSeconds(5), rounds::close);
    }

    @Test
    void aShorterPauseCountsAtOnce() {
        try (Rounds rounds = rounds(began::incrementAndGet)) {
            rounds.plan();
            pause.set(Duration.ofMillis(10));
            rounds.plan();
            await().until(() -> began.get() > 2);
        }
    }

    @Test
    void oneThatFailsIsFollowedByTheNext() {
        try (Rounds rounds = rounds(() -> {
            began.incrementAndGet();
            throw new IllegalStateException("not now");
        })) {
            pause.set(Duration.ofMillis(10));
            rounds.plan();
            await().until(() -> began.get() > 2);
        }
    }

    @Test
    void whatIsPlannedWhileOneGoesOnMakesNoSecondChain() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Rounds rounds = new Rounds(
                "rounds", "The test", () -> asked.incrementAndGet() == 1 ? Duration.ZERO : Duration.ofHours(1), () -> {
                    inside.countDown();
                    goOn.await();
                    done.countDown();
                });
        try (rounds) {
            rounds.plan();
            inside.await();
            rounds.plan();
            assertEquals(1, asked.get());
            goOn.countDown();
            done.await();
            await().until(() -> asked.get() == 2);
        }
    }

    private Rounds rounds(Rounds.Work work) {
        return new Rounds("rounds", "The test", pause::get, work);
    }
}
