package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.Troubles.Trouble;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.health.Finding;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.OutboxKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connectors, health and the journal. */
final class StewardshipTest {

    private static final ConnectorTroubles NONE = new ConnectorTroubles(List.of());
    private static final Set<LaneRoute> DISPATCH = Set.of(LaneRoute.DISPATCH);

    private final Gateway gateway = new Gateway();
    private final Switchboard lanes = new Switchboard().running(Gateway.HELLO_WORK);

    private List<String> troubles = List.of();

    private record Broker(long deadLetters) implements Bus {
        @Override
        public void send(Lane lane, List<Pointer> pointers) {}

        @Override
        public Subscription subscribe(Lane lane, int concurrency, Handler handler) {
            throw new UnsupportedOperationException("nothing is read here");
        }
    }

    private record Box(long backlog) implements Outbox {
        @Override
        public int drain(Collection<OutboxKind> kinds, int limit, Consumer<List<OutboxRow>> send) {
            return 0;
        }

        @Override
        public Listening onCommit(Runnable wakeUp) {
            return () -> {};
        }
    }

    private final List<Finding> told = new ArrayList<>();

    private static final ConfigurationHealth RIGHT =
            new ConfigurationHealth(Optional.of(new Shelf()), Optional.of(List.of()));

    private Health health(long dead, long backlog) {
        return new Health(
                Optional.of(gateway),
                Optional.of(new Box(backlog)),
                Optional.of(new Broker(dead)),
                Optional.of(lanes),
                List.of(
                        new OperatorHealth(Optional.of(lanes), () -> troubles),
                        RIGHT,
                        new ToldHealth(List.of(() -> told))));
    }

    @Test
    void aGatewayThatWorksIsOk() {
        gateway.accept(1, "acme", Gateway.HELLO_WORK);
        Screen.Shown shown = Screen.shown(health(0, 3)::check, false, false);
        assertNull(shown.failure());
        assertTrue(shown.text().contains("lanes     | ok    | All 1 run."), shown.text());
        assertEquals("ok", Screen.json(health(0, 3)::check).get("state").asText());
    }

    @Test
    void eachTroubleIsNamedAndTheExitCodeIsOne() {
        FilingKey waits = new FilingKey(gateway.accept(1, "acme", Gateway.E_TAX), 1);
        gateway.happens(waits, null, FilingEvent.FILLED);
        gateway.park(new FilingKey(gateway.accept(2, "acme", Gateway.HELLO_WORK), 1), "EGOV-014");
        lanes.with(Gateway.HELLO_WORK, LaneView.State.BROKEN, "", Optional.empty());
        Screen.Shown shown = Screen.shown(health(2, 5000)::check, false, false);
        assertEquals("degraded: broker, outbox, lanes, filings", shown.failure().getNiceHelp());
        assertTrue(shown.text().contains("BROKEN: hello-work; without a connector: e-tax."), shown.text());
        Screen.Shown json = Screen.shown(health(2, 5000)::check, true, false);
        assertNotNull(json.failure());
        assertEquals("", json.failure().getNiceHelp());
    }

    @Test
    void aBundleThatDoesNotRunIsToldWithWhatToDo() {
        troubles = List.of("org.example.new 1.0.0 does not resolve: bundle:diag 7 says what it lacks.");
        Screen.Shown shown = Screen.shown(health(0, 3)::check, false, false);
        assertEquals("degraded: bundles", shown.failure().getNiceHelp());
        assertTrue(shown.text().contains("bundle:diag 7"), shown.text());
    }

    @Test
    void whatOtherBundlesTellIsShownAndOnlyTheCriticalRaisesTheAlarm() {
        told.add(Finding.warning("certificates", "gateway.pem expires soon."));
        Screen.Shown warned = Screen.shown(health(0, 0)::check, false, false);
        assertNull(warned.failure());
        assertTrue(warned.text().contains("warning | gateway.pem expires soon."), warned.text());
        told.add(Finding.critical("bundles", "One is not signed."));
        assertEquals(
                "critical: bundles",
                Screen.shown(health(0, 0)::check, false, false).failure().getNiceHelp());
        assertEquals("critical", Screen.json(health(0, 0)::check).get("state").asText());
    }

    @Test
    void aDatabaseThatIsDownLeavesTheOtherPartsReadable() {
        gateway.goDown();
        JsonNode json = Screen.json(health(0, 0)::check);
        assertEquals("degraded", json.get("state").asText());
        assertEquals("degraded", json.at("/parts/0/state").asText());
        assertEquals("ok", json.at("/parts/1/state").asText());
        Health alone = new Health(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new OperatorHealth(Optional.empty(), List::of),
                        new ConfigurationHealth(Optional.empty(), Optional.empty())));
        assertEquals(8, Screen.json(alone::check).get("parts").size());
    }

    @Test
    void aPauseSaysWhyUntilWhenAndWhatWaits() {
        gateway.happens(new FilingKey(gateway.accept(1, "acme", Gateway.HELLO_WORK), 1), null, FilingEvent.FILLED);
        JsonNode json = Screen.json(() ->
                steering().hold(Gateway.HELLO_WORK, order("回線工事", Optional.of(Gateway.NIGHT), DISPATCH)));
        assertEquals("PAUSED", json.at("/lanes/0/state").asText());
        assertEquals("回線工事", json.at("/lanes/0/reason").asText());
        assertEquals("2026-03-31T18:00:00Z", json.at("/lanes/0/until").asText());
        assertEquals("dispatch", json.at("/lanes/0/held/0").asText());
        assertEquals(1, json.at("/lanes/0/waiting").asInt());
        assertEquals("operator", lanes.holds().get(0).by());
        String page = Screen.page(() -> steering().resume(Gateway.HELLO_WORK, Set.of(LaneRoute.values())));
        assertTrue(page.contains("hello-work  | RUNNING"), page);
        for (String reason : List.of(" ", "a\nb", "長".repeat(201))) {
            assertThrows(
                    OpsFault.class,
                    () -> steering().hold(Gateway.HELLO_WORK, order(reason, Optional.empty(), DISPATCH)));
        }
    }

    private Steering steering() {
        return new Steering(
                lanes,
                () -> new Connectors(lanes, Optional.of(gateway), NONE),
                Clock.fixed(Gateway.NIGHT, Times.JAPAN),
                "operator",
                time -> {});
    }

    private static Steering.Order order(String reason, Optional<Instant> until, Set<LaneRoute> routes) {
        return new Steering.Order(routes, Hold.Kind.PAUSE, reason, until);
    }

    @Test
    void aDrainWaitsUntilNothingIsUnderWayAndSaysSo() {
        List<Integer> left = new ArrayList<>();
        String page = Screen.page(() -> steering()
                .drain(Gateway.HELLO_WORK, order("入替", Optional.empty(), DISPATCH), Duration.ofSeconds(5), left::add));
        assertTrue(page.contains("Drained: nothing is under way"), page);
        assertEquals(List.of(2, 1, 0), left);
        Switchboard busy = new Switchboard().running(Gateway.HELLO_WORK);
        Steering hasty = new Steering(
                busy,
                () -> new Connectors(busy, Optional.of(gateway), NONE),
                Clock.fixed(Gateway.NIGHT, Times.JAPAN),
                "operator",
                time -> {});
        Screen.Shown shown = Screen.shown(
                () -> hasty.drain(
                        Gateway.HELLO_WORK, order("入替", Optional.empty(), DISPATCH), Duration.ZERO, still -> {}),
                false,
                false);
        assertTrue(shown.failure().getMessage().startsWith("2 filings are still under way."), shown.text());
    }

    @Test
    void routesAreHeldOneByOneAndShownWhereSendingIsNotAmongThem() {
        String page = Screen.page(() -> steering()
                .hold(
                        Gateway.HELLO_WORK,
                        order("照会停止", Optional.empty(), Steering.routes(List.of("news", "read-receipts"), DISPATCH))));
        assertTrue(page.contains("RUNNING"), page);
        assertTrue(page.contains("(held too: news, read-receipts)"), page);
        assertEquals(Set.of(LaneRoute.values()), Steering.routes(List.of("all"), DISPATCH));
        assertThrows(OpsFault.class, () -> Steering.routes(List.of("mail"), DISPATCH));
    }

    @Test
    void aPausedIntakeIsToldByHealth() {
        String page = Screen.page(() -> steering().pauseIntake("入替", Optional.of(Gateway.NIGHT)));
        assertTrue(
                page.startsWith("New applications are not taken: 入替 (operator, since 2026-04-01 03:00:00 JST)"), page);
        Screen.Shown shown = Screen.shown(health(0, 3)::check, false, false);
        assertEquals("degraded: intake", shown.failure().getNiceHelp());
        assertTrue(Screen.page(() -> steering().resumeIntake()).contains("New applications are taken."));
        assertNull(Screen.shown(health(0, 3)::check, false, false).failure());
    }

    @Test
    void aDestinationWithoutAConnectorIsListedWhenFilingsWaitForIt() {
        gateway.happens(new FilingKey(gateway.accept(1, "acme", Gateway.E_TAX), 1), null, FilingEvent.FILLED);
        String page = Screen.page(new Connectors(lanes, Optional.of(gateway), NONE)::list);
        assertTrue(page.contains("e-tax       | MISSING"), page);
        String blind = Screen.page(new Connectors(lanes, Optional.empty(), NONE)::list);
        assertTrue(blind.contains("What waits is not known"), blind);
    }

    @Test
    void aRefusedConnectorFileIsListedAndInHealth() {
        ConnectorTroubles refused = new ConnectorTroubles(List.of(() -> List.of(
                new Trouble("/etc/b.yaml", true, List.of("line 3: the component is not allowed", "line 5: not known")),
                new Trouble("/etc/a.yaml", false, List.of("line 1: no destination")))));
        Connectors connectors = new Connectors(lanes, Optional.of(gateway), refused);
        String page = Screen.page(connectors::list);
        assertTrue(
                page.contains("/etc/b.yaml is refused, and what was before stays in use. "
                        + "line 3: the component is not allowed; line 5: not known"),
                page);
        JsonNode first = Screen.json(connectors::list).at("/troubles/0");
        assertEquals("/etc/a.yaml", first.path("where").asText());
        assertEquals(false, first.path("served").asBoolean(true));
        assertEquals(
                List.of("critical", "degraded"),
                refused.check().stream().map(HealthSheet.Finding::state).toList());
        assertEquals("ok", NONE.check().get(0).state());
    }

    @Test
    void aChangedRowBreaksTheChainAndIsNamed() {
        ArrivalNumber number = gateway.accept(1, "acme", Gateway.HELLO_WORK);
        gateway.park(new FilingKey(number, 1), "EGOV-014");
        assertTrue(Screen.page(() -> JournalCheck.of(gateway::timeLine, Sealed.nothing(), number))
                .contains("is whole: 4 rows."));
        gateway.tamper(number, 2, "{\"from\":\"READY\",\"to\":\"CLOSED\"}");
        Screen.Shown shown =
                Screen.shown(() -> JournalCheck.of(gateway::timeLine, Sealed.nothing(), number), false, false);
        assertTrue(
                shown.failure().getMessage().startsWith("Row 3: "),
                shown.failure().getMessage());
        JsonNode json = Screen.json(() -> JournalCheck.of(gateway::timeLine, Sealed.nothing(), number));
        assertEquals(3, json.get("faultAt").asInt());
        assertThrows(OpsFault.class, () -> JournalCheck.of(gateway::timeLine, Sealed.nothing(), Gateway.number(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "30m, 2026-03-31T18:30:00Z",
        "2h, 2026-03-31T20:00:00Z",
        "1d, 2026-04-01T18:00:00Z",
        "06:00, 2026-03-31T21:00:00Z",
        "02:00, 2026-04-01T17:00:00Z",
        "2026-04-01T06:00, 2026-03-31T21:00:00Z",
        "2026-04-01T06:00:00+09:00, 2026-03-31T21:00:00Z",
        "2026-03-31T21:00:00Z, 2026-03-31T21:00:00Z"
    })
    void anEndIsWrittenAsPeopleWriteIt(String text, Instant until) {
        assertEquals(until, Times.until(text, Clock.fixed(Gateway.NIGHT, Times.JAPAN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "25:00", "0m", "2020-01-01T00:00", "明日", "99999d"})
    void anEndThatIsNoneOrPastIsRefused(String text) {
        assertThrows(OpsFault.class, () -> Times.until(text, Clock.fixed(Gateway.NIGHT, Times.JAPAN)));
    }
}
