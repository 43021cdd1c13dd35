package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private static FilingView in(FilingState state) {
        ArrivalNumber number = null;
        for (int check = 0; number == null; check++) {
            try {
                number = new ArrivalNumber("20261124000000001" + check);
            } catch (IllegalArgumentException e) {
                assertTrue(check < 9);
            }
        }
        return new FilingView(
                new FilingKey(number, 1),
                new ProcedureId("12"),
                new DestinationId("hello-work"),
                state,
                7,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(FilingState.class)
    void everyFilingThatIsNotFinalComesLegallyToItsDecision(FilingState state) {
        List<FilingEvent> events = new ArrayList<>();
        WayToDecision.of(in(state), true).ifPresent(change -> events.addAll(change.events()));
        FilingState now = state;
        for (FilingEvent event : events) {
            now = FilingLifecycle.next(now, event).orElseThrow();
        }
        assertEquals(state.isFinal() ? state : FilingState.CLOSED, now);
    }

    @Test
    void aDecisionProvesThatTheFilingIsThereAndKeepsItFromGoingOutAgain() {
        assertEquals(
                List.of(FilingEvent.PARK_ORDERED, FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.DECISION_MADE),
                WayToDecision.of(in(FilingState.READY), false).orElseThrow().events());
        assertEquals(
                List.of(FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.DECISION_MADE),
                WayToDecision.of(in(FilingState.UNKNOWN), false).orElseThrow().events());
        assertEquals(Optional.empty(), WayToDecision.of(in(FilingState.DECIDED), false));
    }

    @ParameterizedTest
    @EnumSource(FilingState.class)
    void whatIsGivenBackComesLegallyToItsCorrectionOrStaysAsItIs(FilingState state) {
        for (Effect effect : List.of(Effect.CORRECTION, Effect.REFUSAL)) {
            FilingState goal = effect == Effect.CORRECTION ? FilingState.CORRECTION_REQUESTED : FilingState.REFUSED;
            FilingState now = state;
            for (FilingEvent event :
                    WayToDecision.of(in(state), effect).map(Change::events).orElse(List.of())) {
                now = FilingLifecycle.next(now, event).orElseThrow();
            }
            boolean late = state.isFinal()
                    || Set.of(FilingState.DECIDED, FilingState.WITHDRAWING).contains(state)
                    || state == FilingState.CORRECTION_REQUESTED;
            assertEquals(late ? state : goal, now);
        }
        assertEquals(Optional.empty(), WayToDecision.of(in(state), Effect.NOTHING));
    }

    @Test
    void whatIsSaidOfAnInstanceCountsAloneAndWhoIsNotNamedMayNot() {
        List<String> faults = new ArrayList<>();
        AllowedSigners signers = AllowedSigners.read(
                Map.of(
                        "signer.health-insurance-society",
                        "sha256:" + "a".repeat(64) + " | sha256:" + "b".repeat(64),
                        "signer.health-insurance-society.06130012",
                        "sha256:" + "C".repeat(64)),
                faults);
        DestinationId usual = new DestinationId("health-insurance-society.06139999");
        DestinationId own = new DestinationId("health-insurance-society.06130012");
        assertTrue(signers.allow(usual, "b".repeat(64), Optional.empty()));
        assertFalse(signers.allow(own, "b".repeat(64), Optional.empty()));
        assertTrue(signers.allow(own, "c".repeat(64), Optional.empty()));
        assertFalse(signers.anybodyFor(new DestinationId("e-tax")));
        assertEquals(List.of(), faults);
    }

    @Test
    void allFaultsAreToldAtOnceInTheTermsOfTheFile() {
        String sentence = assertThrows(
                        IllegalArgumentException.class,
                        () -> Settings.of(
                                Map.of("orphan_days", 0, "judge_parallel", 0, "warn_period", "ever"),
                                Map.of(
                                        "signer.e-tax",
                                        "anybody",
                                        "signer.E",
                                        "sha256:1",
                                        "fetch.period.e-tax",
                                        "P0D",
                                        "objection.from.e-tax",
                                        "expired",
                                        "objection.period.e-tax",
                                        "P99Y",
                                        "pdf.e-tax",
                                        "correction",
                                        "return.e-tax",
                                        "closing")))
                .getMessage();
        for (String key : new String[] {
            "orphan.days",
            "judge.parallel",
            "signer.e-tax",
            "signer.E",
            "warn.period",
            "fetch.period.e-tax",
            "objection.from.e-tax",
            "objection.period.e-tax",
            "pdf.e-tax",
            "return.e-tax"
        }) {
            assertTrue(sentence.contains(key), sentence);
        }
    }

    @Test
    void theTableForPartnersHasOneRowOfSixColumnsForEachFact() throws Exception {
        List<String> table = Files.readAllLines(Path.of("../../docs/partners/notices.md"));
        for (NoticeFact fact : NoticeFact.values()) {
            List<String> rows = table.stream()
                    .filter(line -> line.startsWith("| ") && line.matches(".*`NOTICE_" + fact + "`.*"))
                    .toList();
            assertEquals(1, rows.size(), fact::name);
            String[] columns = rows.get(0).split("\\|");
            assertEquals(7, columns.length, rows.get(0));
            assertTrue(List.of(columns).subList(1, 7).stream().noneMatch(String::isBlank), rows.get(0));
        }
    }

    @Test
    void nobodySignsForADestinationThatNobodyNamed() {
        assertEquals(
                Set.of(),
                Settings.of(Map.of(), Map.of()).signers().byDestination().keySet());
    }
}
