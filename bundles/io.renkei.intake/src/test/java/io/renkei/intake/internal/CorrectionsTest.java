package io.renkei.intake.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.filing.FilingBodies;
import io.renkei.ports.intake.CorrectFiling.Answer;
import io.renkei.ports.intake.IntakePaused;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore.NewCorrection;
import io.renkei.ports.state.PlannedFiling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections and withdrawals of an application with two filings, with the real verifier, reader and catalogue. */
class CorrectionsTest {

    private final Gateway gateway = new Gateway(IntakeSettings.defaults());
    private FilingKey helloWork;

    CorrectionsTest() {
        gateway.readers = List.of(new io.renkei.format.portal.internal.PortalReader(), new NoEgov());
    }

    @BeforeEach
    void submit() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.good("ACME-1"));
        assertInstanceOf(SubmitApplication.Answer.Accepted.class, gateway.submit(Optional.of("ACME-1"), signed));
        var application = gateway.store.bySenderNumber.values().iterator().next();
        helloWork = application.filings().get(0).key();
        stands(FilingState.CORRECTION_REQUESTED);
    }

    @Test
    void exactlyTheOneFilingIsTakenWithItsNewContentAndASignedReceipt() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"));

        Answer.Accepted accepted = accepted(correct(Optional.of("FIX-1"), signed));

        NewCorrection kept = gateway.followUps.kept.get(0);
        assertEquals(new FilingKey(helloWork.application(), 3), kept.key());
        assertEquals(helloWork, kept.earlier());
        assertEquals(FilingPurpose.CORRECTION, kept.purpose());
        assertTrue(FilingBodies.read(kept.body()).content().toString().length() > 0);
        assertArrayEquals(kept.receipt(), accepted.receipt());
        String receipt = new String(
                Base64.getUrlDecoder().decode(new String(kept.receipt(), StandardCharsets.US_ASCII).split("\\.")[1]),
                StandardCharsets.UTF_8);
        assertTrue(
                receipt.contains("\"filings\":[{\"filing\":\"" + kept.key()
                        + "\",\"procedure\":\"12\",\"destination\":\"hello-work\",\"corrects\":\"" + helloWork
                        + "\"}]"),
                receipt);
        assertTrue(receipt.contains("\"senderNumber\":\"FIX-1\""), receipt);
    }

    @Test
    void aRepetitionGetsTheFirstReceiptAndOtherContentIsRefused() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"));
        Answer.Accepted first = accepted(correct(Optional.of("FIX-1"), signed));
        Answer.Accepted again = accepted(correct(Optional.of("FIX-1"), signed));
        Answer.Accepted byThePackage = accepted(correct(Optional.empty(), signed));

        assertFalse(first.repeated());
        assertTrue(again.repeated());
        assertArrayEquals(first.receipt(), again.receipt());
        assertArrayEquals(first.receipt(), byThePackage.receipt());
        byte[] other = gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-2222-2222"));
        assertEquals("INTAKE-005", conflict(correct(Optional.of("FIX-1"), other)));
        assertEquals(1, gateway.followUps.kept.size());
    }

    @Test
    void aPackageThatCoversAnotherFilingIsRefused() throws Exception {
        byte[] whole = gateway.applicant.sign(Samples.good("FIX-1"));
        byte[] tax = gateway.applicant.sign(Samples.tax("FIX-2"));
        assertEquals(List.of("INTAKE-010"), refused(correct(Optional.of("FIX-1"), whole)));
        assertEquals(List.of("INTAKE-010"), refused(correct(Optional.of("FIX-2"), tax)));
        assertEquals(List.of(), gateway.followUps.kept);
    }

    @Test
    void theSameRulesHoldAsForASubmission() throws Exception {
        byte[] changed = new String(
                        gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111")),
                        StandardCharsets.UTF_8)
                .replace("03-1111-1111", "03-9999-9999")
                .getBytes(StandardCharsets.UTF_8);
        List<String> codes = refused(correct(Optional.of("FIX-1"), changed));
        assertTrue(codes.stream().allMatch(code -> code.startsWith("TRUST-")), codes.toString());
        byte[] without = gateway.applicant.sign(Samples.helloWork(Optional.empty(), "03-1111-1111"));
        assertEquals(List.of("INTAKE-003"), refused(correct(Optional.empty(), without)));
        gateway.holds = List.of(
                new Hold(new Hold.Intake(), Hold.Kind.PAUSE, "maintenance", Optional.empty(), "operator", Gateway.NOW));
        assertThrows(IntakePaused.class, () -> correct(Optional.of("FIX-1"), without));
    }

    @Test
    void nothingIsTakenThatWasNotAskedFor() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"));
        stands(FilingState.EXAMINING);
        int verified = gateway.verified;
        assertEquals("INTAKE-011", conflict(correct(Optional.of("FIX-1"), signed)));
        assertEquals(verified, gateway.verified, "it is not even opened");
    }

    @Test
    void anotherPartnersFilingAndOneThatIsNotThereAnswerAlike() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"));
        assertInstanceOf(
                Answer.NoSuchFiling.class,
                gateway.corrections.correct(
                        new PartnerId("other"), helloWork, Optional.empty(), new ByteArrayInputStream(signed)));
        assertInstanceOf(
                Answer.NoSuchFiling.class,
                gateway.corrections.withdraw(Gateway.ACME, new FilingKey(helloWork.application(), 7), ""));
    }

    @Test
    void afterTheDeadlineTheDestinationsOwnRuleDecides() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"));
        Optional<Instant> over = Optional.of(Gateway.NOW.minusSeconds(60));
        gateway.followUps.requests.put(
                helloWork, new CorrectionRequest(CorrectionKind.PARTIAL, over, false, List.of()));
        assertEquals("INTAKE-013", conflict(correct(Optional.of("FIX-1"), signed)));
        gateway.followUps.requests.put(helloWork, new CorrectionRequest(CorrectionKind.WHOLE, over, true, List.of()));
        accepted(correct(Optional.of("FIX-1"), signed));
        assertEquals(FilingPurpose.RESUBMISSION, gateway.followUps.kept.get(0).purpose());
    }

    @Test
    void aSecondCorrectionWaitsForTheFirst() throws Exception {
        accepted(correct(
                Optional.of("FIX-1"), gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"))));
        assertEquals(
                "INTAKE-012",
                conflict(correct(
                        Optional.of("FIX-2"),
                        gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-2"), "03-1111-1111")))));
    }

    @Test
    void aRefusedFilingIsSentAgainAsAResubmission() throws Exception {
        stands(FilingState.REFUSED);
        gateway.followUps.takenKeys = 1;
        accepted(correct(
                Optional.of("FIX-1"), gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"))));
        assertEquals(FilingPurpose.RESUBMISSION, gateway.followUps.kept.get(0).purpose());
    }

    @Test
    void aDestinationThatCannotTakeItIsNamed() throws Exception {
        gateway.abilities = Optional.of(EnumSet.of(Ability.RESUBMISSION));
        gateway.followUps.requests.put(
                helloWork, new CorrectionRequest(CorrectionKind.PARTIAL, Optional.empty(), true, List.of()));
        byte[] signed = gateway.applicant.sign(Samples.helloWork(Optional.of("FIX-1"), "03-1111-1111"));
        assertEquals("INTAKE-014", conflict(correct(Optional.of("FIX-1"), signed)));
        assertEquals("INTAKE-016", conflict(gateway.corrections.withdraw(Gateway.ACME, helloWork, "")));

        gateway.abilities = Optional.empty();
        assertInstanceOf(
                Answer.WithdrawalAsked.class,
                gateway.corrections.withdraw(Gateway.ACME, helloWork, ""),
                "without a connector it waits in its queue");
    }

    @Test
    void whatWasNotSentIsWithdrawnWhateverTheDestinationCan() {
        stands(FilingState.READY);
        gateway.abilities = Optional.of(EnumSet.noneOf(Ability.class));
        assertInstanceOf(Answer.Withdrawn.class, gateway.corrections.withdraw(Gateway.ACME, helloWork, "採用取消"));
        assertEquals("採用取消", gateway.followUps.withdrawn.get(helloWork));
    }

    @Test
    void aDecidedFilingIsNotWithdrawnAndAReasonIsBounded() {
        stands(FilingState.DECIDED);
        assertEquals("INTAKE-015", conflict(gateway.corrections.withdraw(Gateway.ACME, helloWork, "")));
        assertEquals(
                List.of("INTAKE-017"), refused(gateway.corrections.withdraw(Gateway.ACME, helloWork, "あ".repeat(401))));
        assertEquals(List.of("INTAKE-017"), refused(gateway.corrections.withdraw(Gateway.ACME, helloWork, "a\u0000b")));
    }

    private void stands(FilingState state) {
        var application = gateway.store.bySenderNumber.values().iterator().next();
        gateway.store.filings.put(
                application.number(),
                application.filings().stream()
                        .map(filing -> view(filing, filing.key().equals(helloWork) ? state : FilingState.EXAMINING))
                        .toList());
    }

    private static FilingView view(PlannedFiling filing, FilingState state) {
        return new FilingView(
                filing.key(),
                filing.procedure(),
                filing.destination(),
                state,
                5,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Answer correct(Optional<String> number, byte[] body) throws IOException {
        return gateway.corrections.correct(
                Gateway.ACME, helloWork, number.map(SenderNumber::new), new ByteArrayInputStream(body));
    }

    private static Answer.Accepted accepted(Answer answer) {
        return assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
    }

    private static String conflict(Answer answer) {
        return assertInstanceOf(Answer.Conflict.class, answer, answer::toString)
                .fault()
                .code();
    }

    private static List<String> refused(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).faults().stream()
                .map(fault -> fault.code())
                .distinct()
                .toList();
    }
}
