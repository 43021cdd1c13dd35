package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.trust.PdfSignatures.PdfVerdict;
import io.renkei.ports.trust.TrustFault;
import io.renkei.trust.internal.TestPki.Issued;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfSignatureVerifierTest {

    private static final Instant NOW = TestPki.NOW;
    private static final String TITLE = "健康保険・厚生年金保険資格取得確認通知書";
    private static final Issued ROOT =
            new TestPki.Request().name("CN=試験認証局,C=JP").ca().issue();
    private static final Issued SEAL =
            new TestPki.Request().name("CN=公印,O=試験省,C=JP").issuer(ROOT).issue();
    private static final Issued SECOND =
            new TestPki.Request().name("CN=公印二,O=試験省,C=JP").issuer(ROOT).issue();

    private final PdfSignatureVerifier verifier = new PdfSignatureVerifier(10_000_000);

    private PdfVerdict verify(byte[] document) {
        return verifier.verify(document, Set.of(ROOT.certificate()), NOW);
    }

    private static byte[] sealed() throws Exception {
        return SealedPdf.by(SEAL).sign(SealedPdf.plain(TITLE));
    }

    private static List<String> codes(PdfVerdict verdict) {
        return Stream.concat(
                        verdict.faults().stream(),
                        verdict.signatures().stream().flatMap(each -> each.faults().stream()))
                .map(TrustFault::code)
                .distinct()
                .toList();
    }

    private void refused(TrustCode code, PdfVerdict verdict) {
        assertFalse(verdict.accepted());
        assertEquals(List.of(code.at("").code()), codes(verdict));
        assertEquals(Optional.empty(), verdict.contents());
    }

    @ParameterizedTest
    @ValueSource(strings = {SealedPdf.CADES, SealedPdf.ADBE})
    void aSealOverTheWholeFileIsGoodAndSaysTitleAndTime(String form) throws Exception {
        PdfVerdict verdict = verify(SealedPdf.by(SEAL).form(form).sign(SealedPdf.plain(TITLE)));
        assertEquals(List.of(), codes(verdict));
        assertTrue(verdict.accepted());
        assertEquals(TITLE, verdict.contents().orElseThrow().title());
        assertEquals(Optional.of(NOW), verdict.contents().orElseThrow().signedAt());
        String fingerprint = verdict.signatures().get(0).signerFingerprint().orElseThrow();
        assertEquals(SEAL.certificate(), verdict.signers().get(fingerprint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA512withRSA", "SHA256withRSAandMGF1"})
    void rsaIsGoodInBothPaddings(String algorithm) throws Exception {
        Issued rsa = new TestPki.Request().pair(TestPki.RSA).issuer(ROOT).issue();
        assertTrue(verify(SealedPdf.by(rsa).algorithm(algorithm).sign(SealedPdf.plain(TITLE)))
                .accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSA", "SHA1withRSAandMGF1"})
    void sha1IsRefused(String algorithm) throws Exception {
        Issued rsa = new TestPki.Request().pair(TestPki.RSA).issuer(ROOT).issue();
        refused(
                TrustCode.DIGEST_ALGORITHM,
                verify(SealedPdf.by(rsa).algorithm(algorithm).sign(SealedPdf.plain(TITLE))));
    }

    @Test
    void theSignerIsTheCertificateWhoseKeySignedNotTheFirst() throws Exception {
        PdfVerdict verdict = verify(SealedPdf.by(SEAL)
                .with(ROOT.certificate(), SECOND.certificate(), SEAL.certificate())
                .sign(SealedPdf.plain(TITLE)));
        assertTrue(verdict.accepted());
        assertEquals(Set.of(SEAL.certificate()), Set.copyOf(verdict.signers().values()));
    }

    @Test
    void aCertificateThatTheSignerDidNotNameIsNotTaken() throws Exception {
        X509Certificate sameKey = SECOND.certificate();
        refused(TrustCode.PDF_CMS, verify(SealedPdf.by(SEAL).naming(sameKey).sign(SealedPdf.plain(TITLE))));
        refused(TrustCode.PDF_CMS, verify(SealedPdf.by(SEAL).naming(null).sign(SealedPdf.plain(TITLE))));
    }

    @Test
    void severalSignersAreAllJudged() throws Exception {
        byte[] both = SealedPdf.by(SECOND).sign(sealed());
        PdfVerdict verdict = verify(both);
        assertTrue(verdict.accepted(), () -> codes(verdict).toString());
        assertEquals(2, verdict.signatures().size());
        Issued stranger = new TestPki.Request().issue();
        PdfVerdict mixed =
                verify(SealedPdf.by(SECOND).sign(SealedPdf.by(stranger).sign(SealedPdf.plain(TITLE))));
        refused(TrustCode.UNKNOWN_ROOT, mixed);
    }

    @Test
    void whatWasAddedAfterTheSealIsRefused() throws Exception {
        byte[] document = sealed();
        refused(TrustCode.PDF_ADDED, verify(withRevision(document)));
        refused(TrustCode.PDF_ADDED, verify(Arrays.copyOf(document, document.length + 1)));
    }

    /** As a shadow attack does: the document looks different, and the seal over the first revision is as it was. */
    private static byte[] withRevision(byte[] document) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            pdf.getDocumentInformation().setTitle("別の通知書");
            pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            pdf.getDocumentCatalog().getCOSObject().setString(COSName.LANG, "ja");
            pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aChangedByteIsSeenWhereverItStands() throws Exception {
        byte[] document = sealed();
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int inside = text.indexOf("/MediaBox");
        document[inside + 1] ^= 1;
        refused(TrustCode.CONTENT_CHANGED, verify(document));
    }

    @Test
    void aRangeThatLeavesOutMoreThanTheValueIsNone() throws Exception {
        String text = new String(sealed(), StandardCharsets.ISO_8859_1);
        int open = text.indexOf("/Contents <") + "/Contents <".length();
        // One byte more within the gap that is no digit of the value: somebody hid something there.
        byte[] hidden =
                (text.substring(0, open) + "%" + text.substring(open + 1)).getBytes(StandardCharsets.ISO_8859_1);
        refused(TrustCode.UNSIGNED, verify(hidden));
    }

    @Test
    void anUnsignedFileAndOneBehindOtherBytesAreRefused() throws Exception {
        refused(TrustCode.UNSIGNED, verify(SealedPdf.plain(TITLE)));
        byte[] document = sealed();
        byte[] shifted = new byte[document.length + 2];
        System.arraycopy(document, 0, shifted, 2, document.length);
        assertFalse(verify(shifted).accepted());
    }

    @Test
    void expiredNowIsGoodForTheTimeOfReceiptAndExpiredThenIsNot() throws Exception {
        Issued old = new TestPki.Request()
                .issuer(ROOT)
                .valid(NOW.minus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(10)))
                .issue();
        byte[] document = SealedPdf.by(old).sign(SealedPdf.plain(TITLE));
        assertTrue(verifier.verify(document, Set.of(ROOT.certificate()), NOW.minus(Duration.ofDays(20)))
                .accepted());
        refused(TrustCode.SIGNER_EXPIRED, verify(document));
    }

    @Test
    void anUnknownRootIsRefusedAndNothingOfTheFileIsParsed() throws Exception {
        Issued stranger = new TestPki.Request().issue();
        refused(TrustCode.UNKNOWN_ROOT, verify(SealedPdf.by(stranger).sign(SealedPdf.plain(TITLE))));
        assertTrue(
                verifier.verify(sealed(), Set.of(), NOW).signatures().stream().noneMatch(each -> each.pathValid()));
    }

    @Test
    void aSealByATrustedSignerOverSomethingThatIsNoStrictPdfIsRefused() throws Exception {
        // Signed over bytes whose table of contents was broken before: the seal is good, the file is not.
        byte[] plain = SealedPdf.plain(TITLE);
        String text = new String(plain, StandardCharsets.ISO_8859_1).replace("startxref", "startxxxx");
        byte[] document = SealedPdf.by(SEAL).sign(text.getBytes(StandardCharsets.ISO_8859_1));
        PdfVerdict verdict = verify(document);
        assertFalse(verdict.accepted());
        assertEquals(List.of("TRUST-053"), codes(verdict));
    }

    @Test
    void aFileBeyondTheBoundIsRefusedUnread() throws Exception {
        refused(TrustCode.TOO_LARGE, new PdfSignatureVerifier(100).verify(sealed(), Set.of(), NOW));
    }
}
