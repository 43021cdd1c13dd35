package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReplayTest {

    private final Gateway gateway = new Gateway();
    private final List<String> rests = new ArrayList<>();
    private final Replay replay = new Replay(gateway, gateway, () -> rests.add("rest"));

    private FilingKey parked(int nth, DestinationId destination, String cause) {
        FilingKey key = new FilingKey(gateway.accept(nth, "acme", destination), 1);
        gateway.park(key, cause);
        return key;
    }

    private static ReplaySelection named(FilingKey... keys) {
        return new ReplaySelection(List.of(keys), Optional.empty(), Optional.empty(), 100);
    }

    private static ReplaySelection rule(DestinationId destination, String cause, int limit) {
        return new ReplaySelection(List.of(), Optional.ofNullable(destination), Optional.ofNullable(cause), limit);
    }

    private FilingState stateOf(FilingKey key) {
        return gateway.find(key).orElseThrow().state();
    }

    @Test
    void aSecondReplayHasNoSecondEffectAndSaysSo() {
        FilingKey key = parked(1, Gateway.E_TAX, "ETAX-014");
        assertEquals(
                "REPLAYED",
                Screen.json(() -> replay.run(named(key), false, false))
                        .at("/filings/0/fate")
                        .asText());
        assertEquals(FilingState.READY, stateOf(key));
        int written = gateway.written;
        String page = Screen.page(() -> replay.run(named(key), false, false));
        assertTrue(page.contains("is not parked (any more): nothing done"), page);
        assertTrue(page.contains("送信待ち"), page);
        assertEquals(written, gateway.written);
    }

    @Test
    void aPreviewChangesNothing() {
        FilingKey key = parked(1, Gateway.E_TAX, "ETAX-014");
        int written = gateway.written;
        JsonNode preview = Screen.json(() -> replay.run(named(key), true, false));
        assertEquals("WOULD_REPLAY", preview.at("/filings/0/fate").asText());
        assertEquals(written, gateway.written);
        assertEquals(FilingState.PARKED, stateOf(key));
    }

    @Test
    void onlyTheMeantDestinationAndCauseAreReplayed() {
        FilingKey meant = parked(1, Gateway.E_TAX, "ETAX-014");
        FilingKey otherCause = parked(2, Gateway.E_TAX, "ETAX-015");
        FilingKey otherPlace = parked(3, Gateway.HELLO_WORK, "ETAX-014");
        replay.run(rule(Gateway.E_TAX, "ETAX-014", 100), false, false);
        assertEquals(FilingState.READY, stateOf(meant));
        assertEquals(FilingState.PARKED, stateOf(otherCause));
        assertEquals(FilingState.PARKED, stateOf(otherPlace));
    }

    @Test
    void theLimitHoldsAndSaysThatThereIsMore() {
        for (int i = 0; i < 250; i++) {
            parked(i, Gateway.E_TAX, i % 2 == 0 ? "EVEN-001" : "ODD-001");
        }
        JsonNode first = Screen.json(() -> replay.run(rule(null, "EVEN-001", 120), false, false));
        assertEquals(120, first.get("filings").size());
        assertTrue(first.get("more").asBoolean());
        assertEquals(119, rests.size());
        JsonNode second = Screen.json(() -> replay.run(rule(null, "EVEN-001", 120), false, false));
        assertEquals(5, second.get("filings").size());
        assertEquals(
                125,
                gateway.list(FilingState.PARKED, Optional.empty(), Optional.empty(), 1000)
                        .size());
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgainUnasked() {
        FilingKey key = new FilingKey(gateway.accept(1, "acme", Gateway.E_TAX), 1);
        gateway.parkInDoubt(key);
        assertEquals(
                "OUTCOME_OPEN",
                Screen.json(() -> replay.run(named(key), false, false))
                        .at("/filings/0/fate")
                        .asText());
        assertEquals(FilingState.PARKED, stateOf(key));
        replay.run(named(key), false, true);
        assertEquals(FilingState.READY, stateOf(key));
    }

    @Test
    void whatTheDestinationDeniesToHaveIsNoDoubt() {
        FilingKey key = new FilingKey(gateway.accept(1, "acme", Gateway.E_TAX), 1);
        gateway.happens(key, null, FilingEvent.FILLED, FilingEvent.ATTEMPT_STARTED, FilingEvent.OUTCOME_UNKNOWN);
        gateway.happens(key, "ROUTES-ATTEMPTS", FilingEvent.PARK_ORDERED);
        replay.run(named(key), false, false);
        assertEquals(FilingState.READY, stateOf(key));
    }

    @Test
    void anUnknownFilingIsNeverReplayed() {
        FilingKey key = new FilingKey(gateway.accept(1, "acme", Gateway.E_TAX), 1);
        gateway.happens(key, null, FilingEvent.FILLED, FilingEvent.ATTEMPT_STARTED, FilingEvent.OUTCOME_UNKNOWN);
        replay.run(named(key), false, true);
        assertEquals(FilingState.UNKNOWN, stateOf(key));
    }

    @Test
    void aDatabaseThatGoesAwayMidwayEndsTheReplayWithItsPlace() {
        FilingKey first = parked(1, Gateway.E_TAX, "ETAX-014");
        FilingKey second = parked(2, Gateway.E_TAX, "ETAX-014");
        Replay cut = new Replay(gateway, gateway, gateway::goDown);
        Screen.Shown shown = Screen.shown(() -> cut.run(named(first, second), false, false), false, false);
        assertTrue(shown.text().contains(first + " | made ready"), shown.text());
        assertTrue(
                shown.failure().getMessage().contains("at " + second),
                shown.failure().getMessage());
    }

    @Test
    void aReplayOfNothingInParticularIsRefused() {
        FilingKey key = parked(1, Gateway.E_TAX, "ETAX-014");
        assertThrows(OpsFault.class, () -> rule(null, null, 100));
        assertThrows(
                OpsFault.class,
                () -> new ReplaySelection(List.of(key), Optional.of(Gateway.E_TAX), Optional.empty(), 100));
        assertThrows(OpsFault.class, () -> rule(Gateway.E_TAX, null, 1001));
    }
}
