package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.lanes.LaneView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WhyTest {

    private final Gateway gateway = new Gateway();
    private final Switchboard lanes = new Switchboard();
    private final FilingKey key = new FilingKey(gateway.accept(1, "acme", Gateway.HELLO_WORK), 1);

    private Why why(Instant now) {
        return new Why(gateway, lanes, Clock.fixed(now, Times.JAPAN));
    }

    private String page() {
        return Screen.page(() -> why(Gateway.NIGHT).of(key.toString()));
    }

    @Test
    void aParkedFilingSaysWhatToDo() {
        gateway.park(key, "EGOV-014");
        assertEquals("""
                %s of acme, arrived 2026-04-01 01:00:00 (JST): NEEDS_ACTION 要対応

                %s to hello-work: PARKED 要対応
                  why      A person has to look since 2026-04-01 01:00:00 (JST), 2h 0m (EGOV-014).
                  machine  Nothing until somebody acts; what the destination says of it is still written.
                  you      Remove the cause (the README of the bundle with that code says how), then: renkei:parked-replay %s
                """.formatted(key.application(), key, key), page());
    }

    @Test
    void aParkedFilingThatMayHaveArrivedSendsItsReaderToTheDestination() {
        gateway.parkInDoubt(key);
        assertTrue(page().contains("Ask hello-work whether it has " + key), page());
        assertTrue(page().contains("--outcome-checked"), page());
    }

    @Test
    void aReadyFilingWaitsForItsLane() {
        gateway.happens(key, null, FilingEvent.FILLED);
        assertTrue(page().contains("No connector for hello-work is installed"), page());
        lanes.pause(Gateway.HELLO_WORK, "定期メンテナンス", Optional.of(Gateway.NIGHT.plus(Duration.ofHours(3))));
        assertTrue(page().contains("An operator paused hello-work: 定期メンテナンス."), page());
        assertTrue(page().contains("Goes on by itself at 2026-04-01 06:00:00 (JST)."), page());
        assertTrue(page().contains("renkei:connector-resume hello-work"), page());
        lanes.with(
                Gateway.HELLO_WORK, LaneView.State.BROKEN, "", Optional.of(Gateway.NIGHT.plus(Duration.ofMinutes(1))));
        assertTrue(page().contains("hello-work failed repeatedly (EGOV-503)."), page());
        assertTrue(page().contains("Asks hello-work at 2026-04-01 03:01:00 (JST)"), page());
        lanes.with(Gateway.HELLO_WORK, LaneView.State.ENDING, "", Optional.empty());
        assertTrue(page().contains("The connector for hello-work was taken out"), page());
        assertTrue(page().contains("until a connector starts"), page());
        lanes.running(Gateway.HELLO_WORK);
        assertTrue(page().contains("Sends it within seconds"), page());
    }

    @Test
    void aWaitingFilingSaysWhenAndAnOverdueOneIsAlarming() {
        lanes.running(Gateway.HELLO_WORK);
        gateway.happens(key, "EGOV-429", FilingEvent.FILLED, FilingEvent.ATTEMPT_STARTED, FilingEvent.DEFERRED);
        assertTrue(page().contains("Makes it ready at 2026-04-01 03:05:00 (JST), in 5m 0s."), page());
        String late =
                Screen.page(() -> why(Gateway.NIGHT.plus(Duration.ofHours(1))).of(key.toString()));
        assertTrue(late.contains("55m 0s ago"), late);
        assertTrue(late.contains("renkei:health"), late);
    }

    @Test
    void anUnknownFilingIsAskedAboutAndNeverSentBlindly() {
        lanes.running(Gateway.HELLO_WORK);
        gateway.happens(
                key, "ROUTES-TIMEOUT", FilingEvent.FILLED, FilingEvent.ATTEMPT_STARTED, FilingEvent.OUTCOME_UNKNOWN);
        assertTrue(page().contains("never sends it blindly"), page());
    }

    @ParameterizedTest
    @EnumSource(FilingState.class)
    void everyStateHasThreeSentences(FilingState state) {
        var seen = gateway.find(key).orElseThrow();
        var filing = new io.renkei.ports.state.FilingView(
                seen.key(),
                seen.procedure(),
                seen.destination(),
                state,
                1,
                1,
                Optional.empty(),
                Optional.of("EGOV-001"),
                List.of());
        for (var board : List.of(new Switchboard(), new Switchboard().running(Gateway.HELLO_WORK))) {
            Explanation said = new Explainer(Gateway.NIGHT)
                    .explain(
                            filing,
                            LaneSight.of(Gateway.HELLO_WORK, board.lanes()),
                            new Parking(Optional.empty(), false));
            for (String sentence : List.of(said.stuck(), said.machine(), said.human())) {
                assertFalse(sentence.isBlank());
                assertFalse(sentence.contains("Optional"), sentence);
            }
        }
    }

    @Test
    void anApplicationFitsOnOneScreenAndTheUrgentFilingStandsFirst() {
        var number = gateway.accept(
                2,
                "acme",
                Gateway.E_TAX,
                Gateway.E_TAX,
                Gateway.E_TAX,
                Gateway.E_TAX,
                Gateway.E_TAX,
                Gateway.E_TAX,
                Gateway.E_TAX,
                Gateway.HELLO_WORK);
        gateway.park(new FilingKey(number, 8), "EGOV-014");
        JsonNode json = Screen.json(() -> why(Gateway.NIGHT).of(number.digits()));
        assertEquals(number + "-08", json.at("/filings/0/key").asText());
        assertEquals(2, json.get("left").asInt());
        assertTrue(Screen.page(() -> why(Gateway.NIGHT).of(number.digits()))
                        .lines()
                        .count()
                <= 40);
    }
}
