package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.catalogue.Catalogue.Opening;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What operators hold, service hours, and the budget of repetitions. */
@Timeout(30)
class HoldsTest {

    private final Gateway gateway = new Gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private LaneView lane() {
        return gateway.host.lanes().get(0);
    }

    private void becomes(FilingKey filing, FilingState state) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> gateway.stateOf(filing) == state);
    }

    private void staysReady(FilingKey filing) {
        await().during(Duration.ofMillis(400)).until(() -> gateway.stateOf(filing) == FilingState.READY);
    }

    private void hold(LaneRoute route, Hold.Kind kind, Optional<Instant> until) {
        gateway.holds.put(new Hold(
                new Hold.Route(ToyConnector.HELLO_WORK, route), kind, "定期保守", until, "operator", Instant.now()));
    }

    private void lift(LaneRoute route) {
        gateway.holds.lift(new Hold.Route(ToyConnector.HELLO_WORK, route));
    }

    private void isSettled(LaneView.State state) {
        await().until(() -> gateway.host.isSettledAs(ToyConnector.HELLO_WORK, state));
    }

    @Test
    void aPausedLaneTakesNothingUntilItIsResumed() {
        gateway.add(new ToyConnector());
        hold(LaneRoute.DISPATCH, Hold.Kind.PAUSE, Optional.empty());
        isSettled(LaneView.State.PAUSED);
        assertEquals("定期保守", lane().reason());
        assertEquals(Set.of(LaneRoute.DISPATCH), lane().held());
        FilingKey filing = gateway.filing(FilingState.READY);
        staysReady(filing);
        lift(LaneRoute.DISPATCH);
        becomes(filing, FilingState.TRANSMITTED);
    }

    @Test
    void aPauseHoldsAConnectorThatComesLaterAndEndsByItself() {
        hold(LaneRoute.DISPATCH, Hold.Kind.PAUSE, Optional.of(Instant.now().plusMillis(1_500)));
        await().until(() -> !gateway.host.lanes().isEmpty());
        assertEquals("", lane().connectorId());
        FilingKey filing = gateway.filing(FilingState.READY);
        gateway.add(new ToyConnector());
        assertEquals(LaneView.State.PAUSED, lane().state());
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(LaneView.State.RUNNING, lane().state());
    }

    @Test
    void aPauseLetsWhatIsUnderWayEnd() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ToyConnector connector = new ToyConnector();
        connector.answer = task -> {
            began.countDown();
            assertTrue(mayEnd.await(10, TimeUnit.SECONDS));
            return ToyConnector.accept(task);
        };
        gateway.add(connector);
        FilingKey filing = gateway.filing(FilingState.READY);
        assertTrue(began.await(10, TimeUnit.SECONDS));
        hold(LaneRoute.DISPATCH, Hold.Kind.PAUSE, Optional.empty());
        await().until(() -> lane().state() == LaneView.State.PAUSED);
        assertEquals(1, lane().inFlight());
        mayEnd.countDown();
        becomes(filing, FilingState.TRANSMITTED);
        await().until(() -> lane().inFlight() == 0);
    }

    @Test
    void aKillGivesUpWhatIsUnderWayAndItIsAskedAboutAfterwards() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        Asking connector = new Asking();
        connector.answer = task -> {
            began.countDown();
            TimeUnit.SECONDS.sleep(20);
            return ToyConnector.accept(task);
        };
        gateway.add(connector);
        FilingKey filing = gateway.filing(FilingState.READY);
        assertTrue(began.await(10, TimeUnit.SECONDS));
        for (LaneRoute route : LaneRoute.values()) {
            hold(route, Hold.Kind.KILL, Optional.empty());
        }
        becomes(filing, FilingState.UNKNOWN);
        assertEquals("ROUTES-KILLED", gateway.state.view(filing).cause().orElseThrow());
        isSettled(LaneView.State.KILLED);
        FilingKey later = gateway.filing(FilingState.READY);
        staysReady(later);
        assertEquals(FilingState.UNKNOWN, gateway.stateOf(filing));
        connector.answer = ToyConnector::accept;
        for (LaneRoute route : LaneRoute.values()) {
            lift(route);
        }
        becomes(later, FilingState.TRANSMITTED);
        becomes(filing, FilingState.TRANSMITTED);
    }

    private static final class Asking extends ToyConnector implements Reconciler {
        @Override
        public Finding lookUp(Question question) {
            return new Finding.Found(List.of());
        }
    }

    @Test
    void oneRouteIsHeldWithoutTheOthers() {
        Asking connector = new Asking();
        connector.answer = task -> new DispatchOutcome.Unknown("HW-LOST");
        hold(LaneRoute.RECONCILIATION, Hold.Kind.PAUSE, Optional.empty());
        await().until(() -> gateway.host.isHeld(ToyConnector.HELLO_WORK, LaneRoute.RECONCILIATION));
        gateway.add(connector);
        FilingKey filing = gateway.filing(FilingState.READY);
        becomes(filing, FilingState.UNKNOWN);
        assertEquals(LaneView.State.RUNNING, lane().state());
        assertEquals(Set.of(LaneRoute.RECONCILIATION), lane().held());
        await().during(Duration.ofMillis(400)).until(() -> gateway.stateOf(filing) == FilingState.UNKNOWN);
        lift(LaneRoute.RECONCILIATION);
        becomes(filing, FilingState.TRANSMITTED);
    }

    @Test
    void aDestinationOpensAndClosesByItsServiceHours() {
        Instant opens = Instant.now().plusMillis(1_500);
        gateway.hours.openings.put(ToyConnector.HELLO_WORK, new Opening(false, Optional.of(opens)));
        gateway.add(new ToyConnector());
        assertEquals(LaneView.State.CLOSED, lane().state());
        assertEquals(Optional.of(opens), lane().until());
        FilingKey filing = gateway.filing(FilingState.READY);
        staysReady(filing);
        gateway.hours.openings.put(ToyConnector.HELLO_WORK, Opening.ALWAYS);
        becomes(filing, FilingState.TRANSMITTED);
        gateway.hours.openings.put(ToyConnector.HELLO_WORK, new Opening(false, Optional.empty()));
        gateway.hours.version = "2";
        isSettled(LaneView.State.CLOSED);
    }

    @Test
    void repetitionsBeyondTheBudgetAreParkedAndNoFirstAttemptIs() {
        gateway.settings = Gateway.settings(Duration.ofSeconds(10), 50, 0, 1_000);
        ToyConnector connector = new ToyConnector();
        connector.answer = task -> {
            throw new TransientFailure("HW-CONNECT", null);
        };
        gateway.add(connector);
        for (int i = 0; i < 20; i++) {
            gateway.filing(FilingState.READY);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> gateway.state.count(FilingState.PARKED) == 20);
        assertEquals(30, connector.tasks.size());
        assertEquals(
                20,
                gateway.state.causes(FilingState.PARKED).stream()
                        .filter("ROUTES-RETRY-BUDGET"::equals)
                        .count());
    }

    @Test
    void aDestinationThatKeepsDeferringIsAskedNoSoonerThanTheLongestPauseOnceTheBudgetIsSpent() {
        gateway.settings = Gateway.settings(Duration.ofSeconds(10), 0, 1, 1_000);
        ToyConnector connector = new ToyConnector();
        connector.settings = new LaneSettings(
                4, Duration.ofSeconds(5), 5, Duration.ofMillis(10), Duration.ofHours(1), Duration.ofMillis(20));
        connector.answer = task -> new DispatchOutcome.Deferred(Instant.now().plusMillis(10), "HW-BUSY");
        gateway.add(connector);
        FilingKey filing = gateway.filing(FilingState.READY);
        await().until(() -> connector.tasks.size() == 3 && gateway.stateOf(filing) == FilingState.WAITING);
        Instant due = gateway.state.view(filing).due().orElseThrow();
        assertTrue(due.isAfter(Instant.now().plus(Duration.ofMinutes(50))), due.toString());
    }
}
