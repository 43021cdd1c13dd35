package io.renkei.routes.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.Reconciler.Finding;
import io.renkei.ports.lanes.Ability;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Corrections and withdrawals on their way through a lane. */
@Timeout(30)
class FollowUpsTest {

    private static final byte[] AS_THE_FIRST = {};

    private final Gateway gateway = new Gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aCorrectionGoesThroughItsCapabilityAndNotThroughTheRoute() {
        LoopConnector connector = new LoopConnector();
        gateway.add(connector);
        FilingKey first = gateway.filing(FilingState.CORRECTION_REQUESTED);
        FilingKey correction = gateway.answer(first, FilingPurpose.CORRECTION, AS_THE_FIRST);

        await().until(() -> gateway.stateOf(correction) == FilingState.TRANSMITTED);

        assertEquals(CorrectionKind.PARTIAL, connector.corrections.get(0).kind());
        assertEquals(correction, connector.corrections.get(0).task().filing(), "its own key travels");
        assertEquals(first, connector.corrections.get(0).earlier().filing());
        assertEquals(List.of(), connector.tasks, "nothing went as a new filing");
    }

    @Test
    void aResubmissionToAConnectorWithoutTheCapabilityIsDispatched() {
        ToyConnector connector = new ToyConnector();
        gateway.add(connector);
        FilingKey first = gateway.filing(FilingState.REFUSED);
        FilingKey again = gateway.answer(first, FilingPurpose.RESUBMISSION, AS_THE_FIRST);

        await().until(() -> gateway.stateOf(again) == FilingState.TRANSMITTED);
        assertEquals(again, connector.tasks.get(0).filing());
        assertEquals(1, connector.tasks.size());
    }

    @Test
    void aPartialCorrectionToAConnectorWithoutTheCapabilityIsParked() {
        ToyConnector connector = new ToyConnector();
        gateway.add(connector);
        FilingKey correction = gateway.answer(
                gateway.filing(FilingState.CORRECTION_REQUESTED), FilingPurpose.CORRECTION, AS_THE_FIRST);

        await().until(() -> gateway.stateOf(correction) == FilingState.PARKED);
        assertEquals(
                Optional.of("ROUTES-NO-CORRECTION"),
                gateway.state.view(correction).cause());
        assertEquals(List.of(), connector.tasks, "a correction never goes as a new filing");
    }

    @Test
    void aLostReplyIsAskedAboutAndTheCorrectionIsNotSentAgain() {
        LoopConnector connector = new LoopConnector();
        connector.corrected = task -> new Unknown("TOY-LOST");
        gateway.add(connector);
        FilingKey correction = gateway.answer(
                gateway.filing(FilingState.CORRECTION_REQUESTED), FilingPurpose.CORRECTION, AS_THE_FIRST);
        await().until(() -> !connector.questions.isEmpty());
        assertEquals(FilingState.UNKNOWN, gateway.stateOf(correction));

        connector.finding = new Finding.Found(List.of());
        await().until(() -> gateway.stateOf(correction) == FilingState.TRANSMITTED);
        assertEquals(correction, connector.questions.get(0).key());
        assertEquals(1, connector.corrections.size());
    }

    @Test
    void oneThatNeverArrivedGoesAgain() {
        LoopConnector connector = new LoopConnector();
        connector.corrected = task -> task.attempt() == 1 ? new Unknown("TOY-LOST") : ToyConnector.accept(task);
        connector.finding = new Finding.NeverArrived();
        gateway.add(connector);
        FilingKey correction = gateway.answer(
                gateway.filing(FilingState.CORRECTION_REQUESTED), FilingPurpose.CORRECTION, AS_THE_FIRST);

        await().until(() -> gateway.stateOf(correction) == FilingState.TRANSMITTED);
        assertEquals(2, connector.corrections.size());
    }

    @Test
    void aConnectorThatThrowsAnythingElseLeavesTheOutcomeUnknown() {
        LoopConnector connector = new LoopConnector();
        connector.corrected = task -> {
            throw new IllegalArgumentException("a defect");
        };
        gateway.add(connector);
        FilingKey correction = gateway.answer(
                gateway.filing(FilingState.CORRECTION_REQUESTED), FilingPurpose.CORRECTION, AS_THE_FIRST);
        await().until(() -> gateway.stateOf(correction) == FilingState.UNKNOWN);
        assertEquals(1, connector.corrections.size());
    }

    @Test
    void aWithdrawalCarriesItsReasonAndEndsAsTheDestinationSays() {
        LoopConnector connector = new LoopConnector();
        connector.withdrawn = new Refused(Level.ARRIVED, "TOY-NO", "", "");
        gateway.add(connector);
        FilingKey first = gateway.filing(FilingState.WITHDRAWING);
        FilingKey withdrawal = gateway.answer(first, FilingPurpose.WITHDRAWAL, "採用取消".getBytes(StandardCharsets.UTF_8));

        await().until(() -> gateway.stateOf(withdrawal) == FilingState.REFUSED);
        assertEquals("採用取消", connector.withdrawals.get(0).reason());
        assertEquals(first, connector.withdrawals.get(0).earlier().filing());
        assertTrue(!connector.withdrawals.get(0).toString().contains("採用"), "it prints its keys only");
        assertEquals(List.of(), connector.tasks);
    }

    @Test
    void aConnectorWithoutTheCapabilityRefusesTheWithdrawal() {
        gateway.add(new ToyConnector());
        FilingKey withdrawal =
                gateway.answer(gateway.filing(FilingState.WITHDRAWING), FilingPurpose.WITHDRAWAL, new byte[] {32});
        await().until(() -> gateway.stateOf(withdrawal) == FilingState.REFUSED);
        assertEquals(
                Optional.of("ROUTES-NO-WITHDRAWAL"),
                gateway.state.view(withdrawal).cause());
    }

    @Test
    void aLaneTellsWhatItsConnectorCanDo() {
        assertEquals(Optional.empty(), gateway.host.abilities(ToyConnector.HELLO_WORK));
        gateway.add(new LoopConnector());
        assertEquals(Optional.of(EnumSet.allOf(Ability.class)), gateway.host.abilities(ToyConnector.HELLO_WORK));
    }
}
