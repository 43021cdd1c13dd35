package io.renkei.tools.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.pki.SandboxPki;
import io.renkei.tools.sample.Applicants;
import io.renkei.tools.sample.PackageSigner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminerTest {

    private static final Path CATALOGUE = Path.of("../../config/catalogue");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate TODAY = LocalDate.now(CLOCK.withZone(ZoneId.of("Asia/Tokyo")));

    @TempDir
    static Path folder;

    private static Path pki;

    @BeforeAll
    static void makeKeys() throws Exception {
        pki = folder.resolve("pki");
        SandboxPki.makeOnce(pki, CLOCK);
    }

    @Test
    void acceptsTheSampleUnderItsRoot() throws Exception {
        Told told = examiner("applicant-ca.pem").examine(large());

        assertTrue(told.good());
        assertEquals(5, ((Told.OfPackage) told).report().filings().size());
    }

    @Test
    void theLargeSampleHasAboutTenKilobytes() throws Exception {
        int size = large().length;

        assertTrue(size > 9_500 && size < 11_000, () -> size + " bytes");
    }

    @Test
    void tellsTheCoreAndThePathApartWithoutARoot() throws Exception {
        Told told = new Examiner(CATALOGUE, Set.of(), Optional.empty(), CLOCK).examine(large());

        assertFalse(told.good());
        SignatureVerdict signature = ((Told.OfPackage) told)
                .report()
                .signatures()
                .get(0)
                .signatures()
                .get(0);
        assertTrue(signature.coreValid());
        assertFalse(signature.pathValid());
        assertTrue(CheckJson.of(told, false).contains("--anchor FILE"));
    }

    @Test
    void seesThatASignedNameWasChanged() throws Exception {
        byte[] changed = new String(large(), StandardCharsets.UTF_8)
                .replace("見本　太郎", "見木　太郎")
                .getBytes(StandardCharsets.UTF_8);

        assertFalse(examiner("applicant-ca.pem").examine(changed).good());
    }

    @Test
    void readsAnOfficialDocumentAndItsSigner() throws Exception {
        OfficialVerdict verdict = ((Told.OfDocument) examiner("seal-ca.pem").examine(official())).verdict();

        assertTrue(verdict.good());
        assertEquals("年管第１号", verdict.facts().orElseThrow().noticeId());
        String signer =
                verdict.signatures().signatures().get(0).signerFingerprint().orElseThrow();
        assertTrue(verdict.signers().certificate(signer).isPresent());
    }

    @Test
    void refusesAnOfficialDocumentUnderAnotherRoot() throws Exception {
        assertFalse(examiner("applicant-ca.pem").examine(official()).good());
    }

    private static Examiner examiner(String root) throws Exception {
        return new Examiner(CATALOGUE, Set.copyOf(Pem.certificates(pki.resolve(root))), Optional.empty(), CLOCK);
    }

    private static byte[] large() throws Exception {
        return new Applicants(pki).largeHire(new SenderNumber("test-1"), TODAY);
    }

    private static byte[] official() throws Exception {
        ArrivalNumber number = ArrivalNumber.draw(TODAY, RandomGenerator.getDefault());
        byte[] unsigned = new OfficialDocumentWriter()
                .write(new OfficialDocument(
                        "年管第１号",
                        TODAY,
                        "試験商事株式会社",
                        "試験年金事務所",
                        "所長",
                        "資格取得確認通知書",
                        Optional.of(new FilingKey(number, 1)),
                        Optional.empty(),
                        List.of("確認しました。"),
                        true));
        Path seal = pki.resolve("seal-hello-work.pem");
        return new PackageSigner(Pem.privateKey(seal), Pem.certificates(seal))
                .sign(unsigned, "BODY", OfficialDocumentWriter.ID_ATTRIBUTE);
    }
}
