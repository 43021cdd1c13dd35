package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.MinistryConnector.Health;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.lanes.LaneView;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {

    private static final DestinationId E_TAX = new DestinationId("e-tax");

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

    @Test
    void filingsWaitUntilTheirConnectorIsInstalled() {
        FilingKey filing = gateway.filing(FilingState.READY);
        gateway.add(new ToyConnector());
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(LaneView.State.RUNNING, lane().state());
        assertTrue(lane().lastSuccess().isPresent());
    }

    @Test
    void aSecondConnectorForADestinationIsRefusedAndTakesOverWhenTheFirstGoes() {
        ToyConnector first = new ToyConnector();
        ToyConnector second = new ToyConnector();
        gateway.add(first);
        gateway.add(second);
        assertEquals(LaneView.State.REFUSED, gateway.host.lanes().get(1).state());
        assertEquals("ROUTES-TWO-CONNECTORS", gateway.host.lanes().get(1).reason());
        gateway.host.remove(first);
        FilingKey filing = gateway.filing(FilingState.READY);
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(1, second.tasks.size());
        assertEquals(1, gateway.host.lanes().size());
    }

    @Test
    void aConnectorThatIsUpdatedFindsItsDestinationFreeThoughAnotherWaitsForIt() {
        ToyConnector own = new ToyConnector();
        ToyConnector rogue = new ToyConnector();
        gateway.add(own);
        gateway.add(rogue);
        gateway.host.remove(own);
        ToyConnector updated = new ToyConnector();
        gateway.add(updated);
        FilingKey filing = gateway.filing(FilingState.READY);
        becomes(filing, FilingState.TRANSMITTED);
        await().pollDelay(Gateway.HEIR_WAITS.multipliedBy(2))
                .until(() -> gateway.host.lanes().get(1).state() == LaneView.State.REFUSED);
        assertEquals(1, updated.tasks.size());
        assertEquals(List.of(), rogue.tasks);
    }

    @Test
    void aConnectorThatThrowsIsRefusedAlone() {
        ToyConnector good = new ToyConnector();
        gateway.add(good);
        gateway.add(new ToyConnector(E_TAX) {
            @Override
            public RoutesBuilder routes(Lane lane) {
                throw new IllegalStateException("broken");
            }
        });
        gateway.add(new ToyConnector(new DestinationId("eltax")) {
            @Override
            public io.renkei.api.spi.LaneSettings settings() {
                throw new IllegalStateException("broken");
            }
        });
        FilingKey filing = gateway.filing(FilingState.READY);
        becomes(filing, FilingState.TRANSMITTED);
        assertEquals(
                Set.of(LaneView.State.RUNNING, LaneView.State.REFUSED),
                new HashSet<>(gateway.host.lanes().stream().map(LaneView::state).toList()));
    }

    @Test
    void routesWithAForeignIdOrWithoutAStartAtTheLaneAreRefused() {
        gateway.add(new ToyConnector() {
            @Override
            public RoutesBuilder routes(Lane lane) {
                return route("direct:elsewhere", lane.routePrefix() + ".x");
            }
        });
        gateway.add(new ToyConnector(E_TAX) {
            @Override
            public RoutesBuilder routes(Lane lane) {
                return route(lane.uri(), "mine");
            }
        });
        assertEquals(
                List.of("ROUTES-CONNECTOR", "ROUTES-CONNECTOR"),
                gateway.host.lanes().stream().map(LaneView::reason).toList());
    }

    private static RouteBuilder route(String from, String id) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId(id).log("x");
            }
        };
    }

    @Test
    void oneBundleHasOneContextWhichGoesWithItsLastInstance() throws Exception {
        ConnectorSource source =
                new ConnectorSource("io.renkei.connector.toy/0.1.0", "toy", LanesTest.class.getClassLoader(), false);
        ConnectorContext context = ConnectorContext.open(source);
        DestinationLane one = new DestinationLane("toy", ToyConnector.HELLO_WORK);
        DestinationLane two = new DestinationLane("toy", E_TAX);
        context.add(new ToyConnector(), one);
        context.add(new ToyConnector(E_TAX), two);
        assertEquals(List.of("toy.e-tax.dispatch", "toy.hello-work.dispatch"), context.routeIds());
        context.remove(one);
        assertEquals(List.of("toy.e-tax.dispatch"), context.routeIds());
        context.add(new ToyConnector(), one);
        context.remove(one);
        context.remove(two);
        assertTrue(context.isEmpty());
        context.close();
        assertTrue(context.isStopped());
    }

    @Test
    void removingAConnectorWaitsForWhatIsUnderWay() throws Exception {
        ToyConnector connector = new ToyConnector();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        connector.answer = task -> {
            began.countDown();
            mayEnd.await(20, TimeUnit.SECONDS);
            return ToyConnector.accept(task);
        };
        gateway.add(connector);
        FilingKey filing = gateway.filing(FilingState.READY);
        assertTrue(began.await(10, TimeUnit.SECONDS));
        Thread remover = new Thread(() -> gateway.host.remove(connector));
        remover.start();
        await().until(() -> remover.getState() == Thread.State.WAITING);
        mayEnd.countDown();
        remover.join();
        assertEquals(FilingState.TRANSMITTED, gateway.stateOf(filing));
        assertEquals(List.of(), gateway.host.lanes());
    }

    @Test
    void anUpdateUnderLoadLosesNothingAndSendsNothingTwice() throws Exception {
        int filings = 600;
        AtomicInteger sent = new AtomicInteger();
        Set<FilingKey> keys = java.util.concurrent.ConcurrentHashMap.newKeySet();
        ToyConnector.Answer counting = task -> {
            assertTrue(keys.add(task.filing()), "sent twice");
            sent.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(1);
            return ToyConnector.accept(task);
        };
        Thread load = new Thread(() -> {
            for (int i = 0; i < filings; i++) {
                gateway.filing(FilingState.READY);
            }
        });
        load.start();
        for (int update = 0; update < 8; update++) {
            ToyConnector connector = new ToyConnector();
            connector.answer = counting;
            ClassLoader bundle = new ClassLoader(LanesTest.class.getClassLoader()) {};
            gateway.add(connector, bundle);
            int before = sent.get();
            await().pollInterval(Duration.ofMillis(2)).until(() -> sent.get() > before || sent.get() == filings);
            if (update < 7) {
                gateway.host.remove(connector);
            }
        }
        load.join();
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.state.count(FilingState.TRANSMITTED) == filings);
        assertEquals(filings, sent.get());
        assertEquals(0, gateway.bus.givenBack.get());
    }

    @Test
    void aBrokenDestinationIsProbedAndItsFilingsWaitOnTheQueue() {
        ToyConnector connector = new ToyConnector();
        connector.settings = ToyConnector.settings(1, Duration.ofSeconds(5), 100);
        connector.health = Health.down("HW-DOWN");
        connector.answer = ToyConnectorDown::answer;
        gateway.add(connector);
        for (int i = 0; i < 20; i++) {
            gateway.filing(FilingState.READY);
        }
        await().until(() -> lane().state() == LaneView.State.BROKEN);
        await().until(() -> lane().reason().equals("HW-DOWN"));
        int tried = connector.tasks.size();
        assertTrue(tried < 20, "tried " + tried);
        await().during(Duration.ofMillis(300)).until(() -> connector.tasks.size() == tried);
        connector.answer = ToyConnector::accept;
        connector.health = Health.UP;
        await().atMost(Duration.ofSeconds(10)).until(() -> gateway.state.count(FilingState.TRANSMITTED) == 20);
        assertEquals(LaneView.State.RUNNING, lane().state());
        assertEquals("", lane().lastFailure());
    }

    private static final class ToyConnectorDown {
        static Object answer(DispatchTask task) throws TransientFailure {
            throw new TransientFailure("HW-CONNECT", null);
        }
    }

    @Test
    void oneBrokenDestinationStopsNoOther() {
        ToyConnector broken = new ToyConnector();
        broken.answer = ToyConnectorDown::answer;
        broken.health = Health.down("HW-DOWN");
        gateway.add(broken);
        gateway.add(new ToyConnector(E_TAX));
        for (int i = 0; i < 5; i++) {
            gateway.filing(FilingState.READY);
        }
        FilingKey other = gateway.filing(FilingState.READY, E_TAX);
        becomes(other, FilingState.TRANSMITTED);
    }

    @Test
    void attemptsThatDoNotEndLeaveRoomForOthersAndThenStopTheLaneAlone() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ToyConnector connector = new ToyConnector();
        connector.settings = ToyConnector.settings(1, Duration.ofSeconds(1), 5);
        connector.answer = task -> {
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // Deaf, as some libraries are.
                }
            }
            return ToyConnector.accept(task);
        };
        gateway.add(connector);
        FilingKey first = gateway.filing(FilingState.READY);
        FilingKey second = gateway.filing(FilingState.READY);
        becomes(first, FilingState.PARKED);
        becomes(second, FilingState.WAITING);
        assertEquals("ROUTES-STUCK", gateway.state.view(second).cause().orElseThrow());
        assertEquals(LaneView.State.BROKEN, lane().state());
        never.countDown();
        await().until(() -> lane().state() == LaneView.State.RUNNING);
    }
}
