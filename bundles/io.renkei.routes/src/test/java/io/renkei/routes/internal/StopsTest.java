package io.renkei.routes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.catalogue.Catalogue.Opening;
import io.renkei.ports.lanes.LaneRoute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Clocks that jump. */
class StopsTest {

    private static final Instant NOON = Instant.parse("2026-11-27T03:00:00Z");

    private final ToyHours hours = new ToyHours();
    private final SetClock clock = new SetClock();
    private final Stops stops = new Stops(List::of, () -> Optional.of(hours), clock);

    private static final class SetClock extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private boolean isOpen() {
        return stops.stop(ToyConnector.HELLO_WORK, LaneRoute.NEWS).isEmpty();
    }

    @Test
    void anOpeningIsBelievedUntilItEndsAndNoLongerThanAClockStaysInIt() {
        hours.openings.put(ToyConnector.HELLO_WORK, new Opening(true, Optional.of(NOON.plus(Duration.ofMinutes(10)))));
        assertTrue(isOpen());
        hours.openings.put(ToyConnector.HELLO_WORK, new Opening(false, Optional.empty()));
        clock.now = NOON.plus(Duration.ofMinutes(9));
        assertTrue(isOpen());
        clock.now = NOON.minus(Duration.ofDays(1));
        assertFalse(isOpen());
        hours.openings.put(ToyConnector.HELLO_WORK, Opening.ALWAYS);
        clock.now = NOON.plus(Duration.ofDays(400));
        assertTrue(isOpen());
    }

    @Test
    void theReserveFillsWithTimeAndTheShareWithFirstAttempts() {
        AtomicLong nanos = new AtomicLong();
        RoutesSettings settings = Gateway.settings(Duration.ofSeconds(10), 10, 2, 3);
        RetryBudget budget = new RetryBudget(() -> settings, nanos::get);
        assertEquals(List.of(true, true, false), List.of(budget.spend(), budget.spend(), budget.spend()));
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertEquals(List.of(true, false), List.of(budget.spend(), budget.spend()));
        for (int i = 0; i < 10; i++) {
            budget.firstAttempt();
        }
        assertEquals(List.of(true, false), List.of(budget.spend(), budget.spend()));
        nanos.addAndGet(Duration.ofDays(30).toNanos());
        assertEquals(List.of(true, true, false), List.of(budget.spend(), budget.spend(), budget.spend()));
    }
}
