package io.renkei.tools.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PaceTest {

    private static final double FAST = 10_000;

    @Test
    void eachOperationIsDoneOnceAndWhatFailedOrWarmedUpIsNotMeasured() throws Exception {
        Set<Integer> done = new ConcurrentSkipListSet<>();
        AtomicInteger warmed = new AtomicInteger();
        Pace.Hand hand = number -> done.add(number) && number % 2 == 0;

        Pace.Times times = new Pace(100, FAST, 20, warmed::incrementAndGet).run(Collections.nCopies(4, hand));

        assertEquals(100, done.size());
        assertEquals(1, warmed.get());
        assertEquals(40, times.latencies().count());
        assertTrue(times.perSecond() > 0);
    }

    @Test
    void oneHandThatIsHeldUpHoldsNoOtherUp() throws Exception {
        CountDownLatch others = new CountDownLatch(9);
        Pace.Hand slow = number -> {
            try {
                others.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        };
        Pace.Hand quick = number -> {
            others.countDown();
            return true;
        };

        Pace.Times times = new Pace(10, FAST, 0, () -> {}).run(List.of(slow, quick));

        assertEquals(10, times.latencies().count());
    }
}
