package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollPoolTest {

    private static final Duration QUICK = Duration.ofMillis(5);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final PollPool pool = new PollPool(2, Duration.ofMillis(100), Thread::new, timer, new Watchdog(timer));
    private final CountDownLatch silence = new CountDownLatch(1);

    @AfterEach
    void close() {
        silence.countDown();
        pool.close();
        timer.shutdownNow();
    }

    private static Job job(BooleanSupplier work) {
        return new Job(work, () -> new Job.Rhythm(QUICK, QUICK, QUICK, Duration.ofMinutes(1)));
    }

    private boolean isSilent() {
        try {
            return silence.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void tenSilentDestinationsHoldUpNoOther() {
        AtomicInteger answered = new AtomicInteger();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            jobs.add(job(this::isSilent));
        }
        jobs.add(job(() -> answered.incrementAndGet() > 0));
        timer.scheduleWithFixedDelay(() -> jobs.forEach(pool::offer), 0, 5, TimeUnit.MILLISECONDS);
        await().until(() -> answered.get() > 50);
    }

    @Test
    void aSlowPollTakesAPlaceForSlowOnesNextTime() {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Job slow = job(() -> {
                most.accumulateAndGet(together.incrementAndGet(), Math::max);
                isSilent();
                together.decrementAndGet();
                return true;
            });
            slow.slow(true);
            jobs.add(slow);
        }
        timer.scheduleWithFixedDelay(() -> jobs.forEach(pool::offer), 0, 5, TimeUnit.MILLISECONDS);
        await().until(() -> together.get() == 4);
        await().during(Duration.ofMillis(300)).until(() -> together.get() == 4);
        assertTrue(most.get() <= 4, most.toString());
    }
}
