package io.renkei.tools.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.Sha256;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.pki.SandboxPki;
import io.renkei.tools.sample.PackageSigner;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence as anybody judges it who has the container and the roots. */
class EvidenceTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Instant AT = Instant.parse("2026-11-24T09:00:00.000001Z");

    @TempDir
    static Path folder;

    private static Path pki;

    @BeforeAll
    static void makeKeys() throws Exception {
        pki = folder.resolve("pki");
        SandboxPki.makeOnce(pki, CLOCK);
    }

    @Test
    void acceptsOneWhoseSealFilesTimeLineAndDocumentAreGood() throws Exception {
        EvidenceVerdict verdict = judged(container());

        assertTrue(verdict.good());
        assertEquals(new TimeLine(2, true), verdict.timeLine());
        assertEquals(
                "年管第１号", verdict.document().orElseThrow().facts().orElseThrow().noticeId());
        assertTrue(CheckJson.of(new Told.OfEvidence(verdict), true).contains("\"kind\" : \"evidence\""));
    }

    @Test
    void namesTheFileThatWasChangedAddedOrTakenOut() throws Exception {
        EvidenceVerdict changed = judged(container().put("notice.json", "{}".getBytes(StandardCharsets.UTF_8)));
        EvidenceVerdict added = judged(container().put("more.json", new byte[0]));

        assertFalse(changed.good());
        assertFalse(changed.files().get("notice.json"));
        assertTrue(changed.files().get("document.xml"));
        assertFalse(added.good());
        assertFalse(added.files().get("more.json"));
    }

    @Test
    void refusesAManifestThatIsNotTheSealedOne() throws Exception {
        byte[] other = "<a xmlns='urn:x'/>".getBytes(StandardCharsets.UTF_8);
        EvidenceVerdict verdict = judged(container().put("META-INF/ASiCManifest.xml", other));

        assertFalse(verdict.good());
        assertFalse(verdict.seal().coreValid());
        assertFalse(verdict.files().containsValue(true));
    }

    @Test
    void seesATimeLineFromWhichARowIsMissing() throws Exception {
        byte[] first = new byte[32];
        String row = row(2, digest(2, digest(1, first)), digest(1, first));
        Map<String, byte[]> files = files();
        files.put("journal.json", ("{\"rows\":[" + row + "]}").getBytes(StandardCharsets.UTF_8));

        EvidenceVerdict verdict = judged(new SealedContainer(pki.resolve("seal-e-tax.pem"), files));

        assertTrue(verdict.seal().accepted());
        assertFalse(verdict.timeLine().good());
        assertFalse(verdict.good());
    }

    @Test
    void refusesADocumentWhoseOwnSealIsBrokenThoughTheContainerIsSealed() throws Exception {
        Map<String, byte[]> files = files();
        files.put(
                "document.xml",
                new String(files.get("document.xml"), StandardCharsets.UTF_8)
                        .replace("確認しました", "確認しません")
                        .getBytes(StandardCharsets.UTF_8));

        EvidenceVerdict verdict = judged(new SealedContainer(pki.resolve("seal-e-tax.pem"), files));

        assertTrue(verdict.seal().accepted());
        assertFalse(verdict.good());
    }

    @Test
    void saysOfAMessageWithoutASealThatItIsNoDocument() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("message.xml", "<message/>".getBytes(StandardCharsets.UTF_8));
        files.put("notice.json", "{\"verdict\":\"UNSEALED\"}".getBytes(StandardCharsets.UTF_8));

        EvidenceVerdict verdict = judged(new SealedContainer(pki.resolve("seal-e-tax.pem"), files));

        assertTrue(verdict.good());
        assertTrue(verdict.isUnsealed());
        assertTrue(CheckJson.of(new Told.OfEvidence(verdict), true).contains("\"unsealed\" : true"));
    }

    @Test
    void acceptsADocumentThatIsLeftOutByTheDigestThatTheTimeLineNamesAndByNoOther() throws Exception {
        Sha256 digest = Sha256.of("<DOC/>".getBytes(StandardCharsets.UTF_8));
        EvidenceVerdict verdict = judged(absent(digest, digest));
        assertTrue(verdict.good());
        assertEquals(Optional.of(digest), verdict.absent());
        assertTrue(CheckJson.of(new Told.OfEvidence(verdict), true).contains(digest.hex()));

        EvidenceVerdict other = judged(absent(Sha256.of(new byte[] {1}), digest));
        assertTrue(other.seal().accepted());
        assertFalse(other.good(), "the time line names another document");
        Map<String, byte[]> silent = files();
        silent.remove("document.xml");
        assertFalse(
                judged(new SealedContainer(pki.resolve("seal-e-tax.pem"), silent))
                        .good(),
                "nothing says why it is missing");
    }

    private static SealedContainer absent(Sha256 said, Sha256 named) throws Exception {
        String detail = "{\\\"document\\\":\\\"" + named.hex() + "\\\"}";
        String plain = "{\"document\":\"" + named.hex() + "\"}";
        byte[] digest = digest(1, new byte[32], plain);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "notice.json",
                ("{\"verdict\":\"MATCHED\",\"document_absent\":\"its time is over\",\"sha256\":\"" + said.hex() + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "journal.json",
                ("{\"rows\":[" + row(1, digest, new byte[32]).replace("\"{}\"", "\"" + detail + "\"") + "]}")
                        .getBytes(StandardCharsets.UTF_8));
        return new SealedContainer(pki.resolve("seal-e-tax.pem"), files);
    }

    private static EvidenceVerdict judged(SealedContainer container) throws Exception {
        Examiner examiner = new Examiner(
                Path.of("../../config/catalogue"),
                Set.copyOf(Pem.certificates(pki.resolve("seal-ca.pem"))),
                Optional.empty(),
                CLOCK);
        return ((Told.OfEvidence) examiner.examine(container.bytes())).verdict();
    }

    private static SealedContainer container() throws Exception {
        return new SealedContainer(pki.resolve("seal-e-tax.pem"), files());
    }

    private static Map<String, byte[]> files() throws Exception {
        byte[] first = digest(1, new byte[32]);
        byte[] second = digest(2, first);
        String rows = "{\"rows\":[" + row(1, first, new byte[32]) + "," + row(2, second, first) + "]}";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("document.xml", document(pki));
        files.put("notice.json", "{\"verdict\":\"MATCHED\"}".getBytes(StandardCharsets.UTF_8));
        files.put("journal.json", rows.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Sealed by an office of the sandbox. */
    static byte[] document(Path pki) throws Exception {
        Path seal = pki.resolve("seal-hello-work.pem");
        byte[] unsigned = new OfficialDocumentWriter()
                .write(new OfficialDocument(
                        "年管第１号",
                        LocalDate.of(2026, 11, 24),
                        "試験商事株式会社",
                        "試験年金事務所",
                        "所長",
                        "資格取得確認通知書",
                        Optional.empty(),
                        Optional.of("R1"),
                        List.of("確認しました。"),
                        true));
        return new PackageSigner(Pem.privateKey(seal), Pem.certificates(seal))
                .sign(unsigned, "BODY", OfficialDocumentWriter.ID_ATTRIBUTE);
    }

    private static String row(int sequence, byte[] digest, byte[] previous) {
        return "{\"application\":\"A\",\"sequence\":" + sequence + ",\"at\":\"" + AT
                + "\",\"event\":\"E\",\"detail\":\"{}\","
                + "\"previous\":\"" + Sha256.ofDigest(previous).hex() + "\",\"digest\":\""
                + Sha256.ofDigest(digest).hex() + "\"}";
    }

    /** As the evidence itself says it in {@code digest_is}. */
    private static byte[] digest(int sequence, byte[] previous) throws IOException {
        return digest(sequence, previous, "{}");
    }

    private static byte[] digest(int sequence, byte[] previous, String detail) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("renkei.journal.row.v1\0".getBytes(StandardCharsets.US_ASCII));
        for (String text : List.of("A", "", "E", detail)) {
            out.writeInt(text.length());
            out.writeBytes(text);
        }
        out.writeLong(sequence);
        out.writeLong(AT.getEpochSecond() * 1_000_000 + 1);
        out.write(previous);
        return Sha256.of(bytes.toByteArray()).bytes();
    }
}
