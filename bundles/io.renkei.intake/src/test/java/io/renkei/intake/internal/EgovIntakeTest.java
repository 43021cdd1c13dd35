package io.renkei.intake.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import io.renkei.format.egov.CaseMark;
import io.renkei.format.egov.EgovCase;
import io.renkei.format.egov.EgovCase.CaseFile;
import io.renkei.format.egov.EgovOffice;
import io.renkei.format.egov.EgovPackageWriter;
import io.renkei.format.egov.EgovProcedure;
import io.renkei.format.egov.internal.EgovReader;
import io.renkei.format.portal.internal.PortalReader;
import io.renkei.format.zip.ZipLimits;
import io.renkei.format.zip.internal.PackageOpener;
import io.renkei.ports.filing.FilingBodies;
import io.renkei.ports.filing.FilingBody;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.SubmitApplication.Answer;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.PlannedFiling;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An applicant's own e-Gov ZIP on its whole way: opened, verified, read, planned, kept. */
class EgovIntakeTest {

    private static final EgovProcedure INSURANCE = new EgovProcedure(
            "4950013520711000", "健康保険・厚生年金保険被保険者資格取得届／電子申請", "495001352071100001", 1, "健康保険・厚生年金保険被保険者資格取得届");
    private static final EgovProcedure EMPLOYMENT =
            new EgovProcedure("4950008680033000", "雇用保険被保険者資格取得届／電子申請", "495000868003300001", 1, "雇用保険被保険者資格取得届");
    private static final byte[] LEDGER = "賃金台帳（見本）".getBytes(StandardCharsets.UTF_8);

    private final Gateway gateway = new Gateway(IntakeSettings.defaults());
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    EgovIntakeTest() throws Exception {
        gateway.readers = List.of(new PortalReader(), new EgovReader());
        gateway.packages = new PackageOpener(ZipLimits.DEFAULTS)::open;
        EgovApplicant applicant = new EgovApplicant(gateway.applicant);
        files.putAll(applicant.folder(filing(INSURANCE, "950API00000000001001001", List.of())));
        files.putAll(applicant.folder(
                filing(EMPLOYMENT, "49511000000010000003829", List.of(new CaseFile("賃金台帳の写し", "賃金台帳.txt", LEDGER)))));
    }

    @Test
    void aSignedZipIsAcceptedAndPlannedForItsProcedures() throws Exception {
        byte[] zip = EgovPackageWriter.zip(files);

        Answer answer = gateway.submit(Optional.of("ACME-1"), zip);

        var accepted = assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
        NewApplication kept = gateway.store.bySenderNumber.values().iterator().next();
        assertEquals(accepted.number(), kept.number());
        assertEquals("egov", kept.format());
        assertEquals(Sha256.of(zip), kept.packageDigest());
        assertEquals(2, gateway.verified);
        assertEquals(
                List.of("1 social-insurance-online", "12 hello-work"),
                kept.filings().stream()
                        .map(filing -> filing.procedure() + " " + filing.destination())
                        .toList());
        assertArrayEquals(kept.receipt(), accepted.receipt());
    }

    @Test
    void itsFilesGoOutAsTheyCame() throws Exception {
        gateway.submit(Optional.of("ACME-1"), EgovPackageWriter.zip(files));

        NewApplication kept = gateway.store.bySenderNumber.values().iterator().next();
        assertEquals(
                List.of("4950013520711000/kousei.xml", "4950013520711000/495001352071100001_01.xml"),
                originals(kept.filings().get(0)));
        assertEquals(
                List.of(
                        "4950008680033000/kousei.xml",
                        "4950008680033000/495000868003300001_01.xml",
                        "4950008680033000/賃金台帳.txt"),
                originals(kept.filings().get(1)));
    }

    @Test
    void aDryRunTellsTheSignaturesOfBothFolders() throws Exception {
        CheckReport report = gateway.intake.check(new ByteArrayInputStream(EgovPackageWriter.zip(files)));
        assertTrue(report.good(), report.faults()::toString);
        assertEquals(
                List.of("4950013520711000/kousei.xml", "4950008680033000/kousei.xml"),
                report.signatures().stream()
                        .map(CheckReport.DocumentVerdict::place)
                        .toList());
    }

    @Test
    void aFormThatWasChangedAfterSigningIsRefused() throws Exception {
        files.computeIfPresent(
                "4950008680033000/495000868003300001_01.xml",
                (name, form) -> new String(form, StandardCharsets.UTF_8)
                        .replace("花子", "太郎")
                        .getBytes(StandardCharsets.UTF_8));
        Answer answer = gateway.submit(Optional.of("ACME-1"), EgovPackageWriter.zip(files));
        var refused = assertInstanceOf(Answer.Refused.class, answer);
        assertTrue(refused.faults().stream().allMatch(fault -> fault.code().startsWith("TRUST-")));
        assertTrue(refused.faults().stream().allMatch(fault -> fault.place().startsWith("4950008680033000/")));
        assertTrue(gateway.store.bySenderNumber.isEmpty());
    }

    private static List<String> originals(PlannedFiling filing) throws Exception {
        FilingBody body = FilingBodies.read(filing.body());
        assertEquals("egov", body.originalFormat());
        assertTrue(body.parts().stream().allMatch(part -> part.original()));
        return body.parts().stream().map(part -> part.file()).toList();
    }

    private static EgovCase filing(EgovProcedure procedure, String office, List<CaseFile> attachments) {
        CaseMark mark = new CaseMark(FilingKey.parse("202604011234567898-01"), Sha256.of(new byte[0]));
        return new EgovCase(mark, procedure, Optional.of(new EgovOffice(office, "")), Samples.hire(), attachments);
    }
}
