package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Lane;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connectors go while their bundle stays, as when their settings change, and their ministry is slow. */
@Timeout(30)
class EndingLanesTest {

    private static final DestinationId E_TAX = new DestinationId("e-tax");

    private final Gateway gateway = new Gateway();
    private final SlowMinistry ministry = new SlowMinistry();

    @AfterEach
    void close() {
        ministry.answers.countDown();
        gateway.close();
    }

    /** Holds each filing until it answers. */
    private static final class SlowMinistry {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answers = new CountDownLatch(1);

        Object hold(DispatchTask task) throws InterruptedException {
            asked.countDown();
            assertTrue(answers.await(20, TimeUnit.SECONDS));
            return ToyConnector.accept(task);
        }
    }

    /** Tells where its routes are. */
    private static final class OpenToy extends ToyConnector {

        private volatile CamelContext camel;
        private volatile Lane lane;

        @Override
        public RoutesBuilder routes(Lane given) {
            lane = given;
            RouteBuilder routes = (RouteBuilder) super.routes(given);
            return new RouteBuilder() {
                @Override
                public void configure() throws Exception {
                    camel = getContext();
                    routes.addRoutesToCamelContext(getContext());
                }
            };
        }

        private List<String> routeIds() {
            return camel.getRoutes().stream().map(route -> route.getId()).toList();
        }
    }

    private OpenToy slow() throws InterruptedException {
        OpenToy slow = new OpenToy();
        slow.answer = ministry::hold;
        gateway.add(slow);
        return slow;
    }

    private FilingKey held(ToyConnector by) throws InterruptedException {
        FilingKey filing = gateway.filing(FilingState.READY);
        assertTrue(ministry.asked.await(10, TimeUnit.SECONDS));
        assertEquals(filing, by.tasks.get(0).filing());
        return filing;
    }

    private void becomes(FilingKey filing, FilingState state) {
        await().until(() -> gateway.stateOf(filing) == state);
    }

    private LaneView lane() {
        return gateway.host.lanes().get(0);
    }

    @Test
    void theNextFilingGoesByTheNewSettingsWhileTheHeldOneEndsByTheOldOnes() throws Exception {
        OpenToy before = slow();
        FilingKey held = held(before);
        gateway.host.leave(before);
        OpenToy after = new OpenToy();
        gateway.add(after);

        FilingKey next = gateway.filing(FilingState.READY);
        becomes(next, FilingState.TRANSMITTED);
        assertEquals(next, after.tasks.get(0).filing());
        assertEquals(FilingState.ATTEMPTING, gateway.stateOf(held));
        assertEquals(1, lane().inFlight());
        assertEquals(LaneView.State.RUNNING, lane().state());
        assertNotEquals(before.lane.uri(), after.lane.uri());

        ministry.answers.countDown();
        becomes(held, FilingState.TRANSMITTED);
        assertEquals(1, before.tasks.size());
        assertEquals(1, after.tasks.size());
    }

    @Test
    void theLaneTellsHowLongNoFilingBeganWhenItsConnectorWasReplaced() {
        OpenToy before = new OpenToy();
        gateway.add(before);
        becomes(gateway.filing(FilingState.READY), FilingState.TRANSMITTED);
        assertEquals(Optional.empty(), lane().pause());

        gateway.host.leave(before);
        FilingKey waiting = gateway.filing(FilingState.READY);
        gateway.add(new OpenToy());
        becomes(waiting, FilingState.TRANSMITTED);
        Duration pause = lane().pause().orElseThrow();
        becomes(gateway.filing(FilingState.READY), FilingState.TRANSMITTED);
        assertEquals(pause, lane().pause().orElseThrow());
    }

    @Test
    void nothingOfAnEndedLaneStaysAndItsNameIsFreeAgain() throws Exception {
        OpenToy first = slow();
        held(first);
        gateway.host.leave(first);
        OpenToy second = new OpenToy();
        gateway.add(second);
        assertEquals(2, second.routeIds().size());
        ministry.answers.countDown();
        await().until(() -> !gateway.host.hasEndingLanes());
        assertEquals(List.of("toy.hello-work-2.dispatch"), second.routeIds());
        assertFalse(isThread("lane.hello-work-1"));

        gateway.host.leave(second);
        OpenToy third = new OpenToy();
        gateway.add(third);
        await().until(() -> !gateway.host.hasEndingLanes());
        assertEquals(List.of("toy.hello-work.dispatch"), third.routeIds());
        gateway.host.leave(third);
        await().until(() -> third.camel.isStopped());
        assertEquals(List.of(), gateway.host.lanes());
    }

    private static boolean isThread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }

    @Test
    void otherConnectorsChangeMeanwhile() throws Exception {
        OpenToy slow = slow();
        held(slow);
        ToyConnector other = new ToyConnector(E_TAX);
        gateway.add(other);
        // In one thread, as the component runtime does it; a wait for what is held would not end.
        gateway.host.leave(slow);
        gateway.host.leave(other);
        ToyConnector changed = new ToyConnector(E_TAX);
        gateway.add(changed);
        FilingKey filing = gateway.filing(FilingState.READY, E_TAX);
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(1, changed.tasks.size());
        assertEquals(1, ministry.answers.getCount());
    }

    @Test
    void aBundleThatStopsWaitsForTheLanesOfItsFormerInstances() throws Exception {
        OpenToy slow = slow();
        FilingKey held = held(slow);
        gateway.host.leave(slow);
        gateway.host.awaitEnd(new ClassLoader() {});
        Thread stopper = new Thread(() -> gateway.host.awaitEnd(Gateway.class.getClassLoader()));
        stopper.start();
        await().until(() -> stopper.getState() == Thread.State.WAITING);
        assertEquals(FilingState.ATTEMPTING, gateway.stateOf(held));
        ministry.answers.countDown();
        stopper.join();
        assertEquals(FilingState.TRANSMITTED, gateway.stateOf(held));
        assertTrue(slow.camel.isStopped());
    }

    /** The name of an ended lane is used again; its first filings come at once and by several threads. */
    @Test
    void aLaneWithTheNameOfAnEndedOneTakesItsFirstFilingsItself() {
        // The context stays with it.
        gateway.add(new ToyConnector(E_TAX));
        for (int change = 1; change <= 40; change++) {
            ToyConnector connector = new ToyConnector();
            gateway.add(connector);
            int taken = 4 * change;
            for (int i = 0; i < 4; i++) {
                gateway.filing(FilingState.READY);
            }
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> gateway.state.count(FilingState.TRANSMITTED) == taken);
            assertEquals(4, connector.tasks.size());
            gateway.host.leave(connector);
            await().pollInterval(Duration.ofMillis(2)).until(() -> !gateway.host.hasEndingLanes());
        }
    }

    @Test
    void anInstanceThatIsTakenOutIsSeenUntilItsFilingsHaveEnded() throws Exception {
        OpenToy slow = slow();
        held(slow);
        gateway.host.leave(slow);
        assertEquals(LaneView.State.ENDING, lane().state());
        assertEquals(1, lane().inFlight());
        FilingKey waits = gateway.filing(FilingState.READY);
        ministry.answers.countDown();
        await().until(() -> gateway.host.lanes().isEmpty());
        assertEquals(FilingState.READY, gateway.stateOf(waits));
        assertEquals(1, slow.tasks.size());
    }

    @Test
    void aStopGivesUpWhatAnEndingLaneHasUnderWay() throws Exception {
        OpenToy slow = slow();
        FilingKey held = held(slow);
        gateway.host.leave(slow);
        gateway.add(new ToyConnector());
        gateway.holds.put(new Hold(
                new Hold.Route(ToyConnector.HELLO_WORK, LaneRoute.DISPATCH),
                Hold.Kind.KILL,
                "誤送信",
                Optional.empty(),
                "operator",
                Instant.now()));
        await().until(() -> gateway.stateOf(held) != FilingState.ATTEMPTING);
        assertEquals(1, ministry.answers.getCount());
        await().until(() -> !gateway.host.hasEndingLanes());
    }
}
