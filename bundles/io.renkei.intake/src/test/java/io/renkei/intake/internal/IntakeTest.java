package io.renkei.intake.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.Sha256;
import io.renkei.ports.filing.FilingBodies;
import io.renkei.ports.filing.FilingBody;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.intake.IntakePaused;
import io.renkei.ports.intake.SubmitApplication.Answer;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.trust.Revocation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final Gateway gateway = new Gateway(IntakeSettings.defaults());

    IntakeTest() {
        gateway.readers = List.of(new io.renkei.format.portal.internal.PortalReader(), new NoEgov());
    }

    @Test
    void aGoodApplicationIsKeptWithItsFilingsAndItsReceipt() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.good("ACME-1"));
        var accepted = assertInstanceOf(Answer.Accepted.class, gateway.submit(Optional.of("ACME-1"), signed));

        NewApplication kept = gateway.store.bySenderNumber.values().iterator().next();
        assertFalse(accepted.repeated());
        assertEquals(accepted.number(), kept.number());
        assertEquals(LocalDate.of(2026, 4, 2), kept.number().date(), "the day in Japan");
        assertEquals("hire", kept.lifeEvent());
        assertEquals("portal", kept.format());
        assertEquals(Sha256.of(signed), kept.packageContent().ref().digest());
        assertEquals(2, kept.filings().size());
        FilingBody payroll = FilingBodies.read(kept.filings().get(1).body());
        assertEquals(14, payroll.content().items().size());
        assertArrayEquals(kept.receipt(), accepted.receipt());
        String n = kept.number().digits();
        assertEquals(
                "{\"version\":1,\"number\":\"" + n + "\",\"arrived\":\"2026-04-01T15:30:00.123Z\",\"sender\":\"acme\","
                        + "\"senderNumber\":\"ACME-1\",\"packageDigest\":\"sha-256:" + Sha256.of(signed)
                        + "\",\"attachments\":[],\"filings\":[{\"filing\":\"" + n
                        + "-01\",\"procedure\":\"12\",\"destination\":\"hello-work\"},{\"filing\":\"" + n
                        + "-02\",\"procedure\":\"18\",\"destination\":\"e-tax\"}],\"revocation\":\"not-checked\"}",
                payload(accepted.receipt()));
    }

    @Test
    void aRepetitionGetsTheFirstReceiptWithoutAnotherVerification() throws Exception {
        byte[] signed = gateway.applicant.sign(Samples.good("ACME-1"));
        var first = assertInstanceOf(Answer.Accepted.class, gateway.submit(Optional.of("ACME-1"), signed));
        var second = assertInstanceOf(Answer.Accepted.class, gateway.submit(Optional.of("ACME-1"), signed));
        assertTrue(second.repeated());
        assertArrayEquals(first.receipt(), second.receipt());
        assertEquals(1, gateway.verified);
        var third = assertInstanceOf(Answer.Accepted.class, gateway.submit(Optional.empty(), signed));
        assertTrue(third.repeated());
        assertEquals(1, gateway.store.bySenderNumber.size());
    }

    @Test
    void aNumberThatWasUsedForOtherContentIsRefused() throws Exception {
        gateway.submit(Optional.of("ACME-1"), gateway.applicant.sign(Samples.good("ACME-1")));
        byte[] other = gateway.applicant.sign(
                Samples.document(Optional.of("ACME-1"), LocalDate.of(1995, 7, 9), "03-0000-0000"));
        var reused = assertInstanceOf(Answer.NumberReused.class, gateway.submit(Optional.of("ACME-1"), other));
        assertEquals("INTAKE-005", reused.fault().code());
        assertInstanceOf(Answer.NumberReused.class, gateway.submit(Optional.empty(), other));
    }

    @Test
    void theSendersNumberIsNeededAndMustAgree() throws Exception {
        byte[] without =
                gateway.applicant.sign(Samples.document(Optional.empty(), LocalDate.of(1995, 7, 8), "03-0000-0000"));
        assertEquals(List.of("INTAKE-003 "), refused(gateway.submit(Optional.empty(), without)));
        assertEquals(
                List.of("INTAKE-004 "),
                refused(gateway.submit(Optional.of("B"), gateway.applicant.sign(Samples.good("A")))));
        assertTrue(gateway.store.bySenderNumber.isEmpty());
        assertInstanceOf(Answer.Accepted.class, gateway.submit(Optional.of("C"), without));
    }

    @Test
    void aRefusedSubmissionTellsAllFaultsOfItsStageAndKeepsNothing() throws Exception {
        byte[] wrong = gateway.applicant.sign(Samples.document(Optional.of("A"), LocalDate.of(2026, 4, 3), "電話なし"));
        assertEquals(
                List.of(
                        "CAT-011 common/employer.phone",
                        "CAT-020 common/employee.birth-date",
                        "CAT-021 common/employment.start"),
                refused(gateway.submit(Optional.of("A"), wrong)));
        assertEquals(0, gateway.store.staged);
    }

    @Test
    void aDryRunTellsFaultsOfSignatureAndContentTogether() throws Exception {
        byte[] changed = text(gateway.applicant.sign(Samples.good("A")), "03-0000-0000", "電話なし");
        CheckReport report = gateway.intake.check(new ByteArrayInputStream(changed));
        assertFalse(report.good());
        assertTrue(report.faults().stream().anyMatch(fault -> fault.code().startsWith("TRUST-")));
        assertTrue(report.faults().stream().anyMatch(fault -> fault.code().equals("CAT-011")));
        List<String> submitted = refused(gateway.submit(Optional.of("A"), changed));
        assertTrue(submitted.stream().allMatch(fault -> fault.startsWith("TRUST-")), submitted.toString());
    }

    @Test
    void aDryRunOfAGoodPackageTellsThePlanAndThatRevocationWasNotChecked() throws Exception {
        CheckReport report = gateway.intake.check(new ByteArrayInputStream(gateway.applicant.sign(Samples.good("A"))));
        assertTrue(report.good(), report.faults()::toString);
        assertEquals("portal", report.format());
        assertEquals(2, report.filings().size());
        assertEquals(
                Revocation.NOT_CHECKED,
                report.signatures().get(0).signatures().get(0).revocation());
        assertEquals(0, gateway.store.staged);
    }

    @Test
    void whatIsNoPackageAndWhatIsUnsignedIsRefused() throws Exception {
        assertEquals(
                List.of("INTAKE-002 "),
                refused(gateway.submit(Optional.of("A"), "こんにちは".getBytes(StandardCharsets.UTF_8))));
        assertFalse(refused(gateway.submit(Optional.of("A"), Samples.good("A"))).isEmpty());
        CheckReport doctype = gateway.intake.check(new ByteArrayInputStream(text(
                gateway.applicant.sign(Samples.good("A")),
                "<application",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><application")));
        assertTrue(doctype.faults().stream().allMatch(fault -> fault.code().startsWith("TRUST-")));
    }

    @Test
    void aFormatIsNotRefusedWhileItsReaderIsAway() throws Exception {
        gateway.readers = List.of();
        byte[] signed = gateway.applicant.sign(Samples.good("A"));
        assertThrows(StateUnavailable.class, () -> gateway.submit(Optional.of("A"), signed));
        assertEquals(
                "INTAKE-009",
                gateway.intake
                        .check(new ByteArrayInputStream(signed))
                        .faults()
                        .get(0)
                        .code());
    }

    @Test
    void aPackageBeyondTheBoundIsNotReadToItsEnd() throws Exception {
        Gateway small = new Gateway(new IntakeSettings(1_024, java.util.Set.of("portal"), "applicant"));
        ByteArrayInputStream body = new ByteArrayInputStream(new byte[4_096]);
        var answer = small.intake.submit(Gateway.ACME, Optional.empty(), body);
        assertEquals(new Answer.TooLarge(1_024), answer);
        assertTrue(body.available() > 1_000);
        assertEquals(
                "INTAKE-001",
                small.intake
                        .check(new ByteArrayInputStream(new byte[1_025]))
                        .faults()
                        .get(0)
                        .code());
        assertEquals(List.of("INTAKE-002 "), refused(small.submit(Optional.of("A"), new byte[1_024])));
    }

    @Test
    void aPausedIntakeReadsNothingAndSaysWhenToComeAgain() {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        for (var pause : Map.of(
                        Optional.of(Gateway.NOW.plusSeconds(90)), 91,
                        Optional.of(Gateway.NOW.plus(Duration.ofDays(2))), 3_600,
                        Optional.<Instant>empty(), 60)
                .entrySet()) {
            gateway.holds = List.of(
                    new Hold(new Hold.Intake(), Hold.Kind.PAUSE, "入替", pause.getKey(), "operator", Gateway.NOW));
            IntakePaused paused = assertThrows(
                    IntakePaused.class, () -> gateway.intake.submit(Gateway.ACME, Optional.empty(), untouched));
            assertEquals(pause.getValue(), paused.retryAfterSeconds());
        }
    }

    @Test
    void aTakenArrivalNumberIsDrawnAgainAndNotForEver() throws Exception {
        gateway.store.takenNumbers = 3;
        byte[] signed = gateway.applicant.sign(Samples.good("A"));
        assertInstanceOf(Answer.Accepted.class, gateway.submit(Optional.of("A"), signed));
        gateway.store.takenNumbers = 100;
        byte[] other = gateway.applicant.sign(Samples.good("B"));
        assertThrows(StateUnavailable.class, () -> gateway.submit(Optional.of("B"), other));
    }

    private static List<String> refused(Answer answer) {
        List<Fault> faults = assertInstanceOf(Answer.Refused.class, answer).faults();
        return faults.stream().map(fault -> fault.code() + " " + fault.place()).toList();
    }

    private static String payload(byte[] receipt) {
        String[] parts = new String(receipt, StandardCharsets.US_ASCII).split("\\.", -1);
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    private static byte[] text(byte[] document, String old, String replacement) {
        return new String(document, StandardCharsets.UTF_8)
                .replaceFirst(old, replacement)
                .getBytes(StandardCharsets.UTF_8);
    }
}
