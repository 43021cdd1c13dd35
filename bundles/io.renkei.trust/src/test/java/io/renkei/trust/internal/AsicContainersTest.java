package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import io.renkei.api.model.Sha256;
import io.renkei.ports.trust.EvidenceSealer;
import io.renkei.ports.trust.EvidenceSealer.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers as an independent validator sees them: EU DSS, with the gateway's certificate as its only anchor. */
class AsicContainersTest {

    private static final byte[] DOCUMENT = "<DOC><BODY>通知書</BODY></DOC>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FACTS = "{\"notice\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    private static GatewaySeal seal;
    private static GatewaySeal stranger;

    @BeforeAll
    static void open(@TempDir Path directory) {
        seal = seal(directory.resolve("own"));
        stranger = seal(directory.resolve("other"));
    }

    private static GatewaySeal seal(Path directory) {
        return new GatewaySeal(SealKeys.open(directory, Duration.ofDays(730), Clock.systemUTC()));
    }

    @Test
    void anIndependentValidatorAcceptsIt() throws Exception {
        Instant at = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Reports reports = validated(container(seal, at), seal);
        String id = reports.getSimpleReport().getFirstSignatureId();

        assertEquals(
                Indication.TOTAL_PASSED,
                reports.getSimpleReport().getIndication(id),
                () -> reports.getXmlSimpleReport());
        assertEquals(SignatureLevel.CAdES_BASELINE_B, reports.getSimpleReport().getSignatureFormat(id));
        assertEquals(ASiCContainerType.ASiC_E, reports.getSimpleReport().getContainerType());
        assertEquals(at, reports.getSimpleReport().getSigningTime(id).toInstant());
        List<String> covered = reports.getDiagnosticData().getSignatureById(id).getDigestMatchers().stream()
                .map(matcher -> String.valueOf(matcher.getDocumentName()))
                .toList();
        assertTrue(covered.containsAll(List.of("document.xml", "notice.json")), covered::toString);
    }

    @Test
    void oneThatWasChangedOrSealedByAnotherIsNotAccepted() throws Exception {
        byte[] sealed = container(seal, Clock.systemUTC().instant());
        for (String name : List.of("document.xml", "notice.json", "META-INF/ASiCManifest.xml")) {
            assertNotEquals(Indication.TOTAL_PASSED, indication(changed(sealed, name), seal), name);
        }
        assertNotEquals(
                Indication.TOTAL_PASSED,
                indication(container(stranger, Clock.systemUTC().instant()), seal));
    }

    @Test
    void theFirstEntryIsTheMediaTypeAndStandsWhereToolsLookForIt() throws Exception {
        byte[] bytes = container(seal, Clock.systemUTC().instant());
        assertEquals("mimetype" + EvidenceSealer.MEDIA_TYPE, text(bytes, 30, 8 + EvidenceSealer.MEDIA_TYPE.length()));
        Map<String, byte[]> entries = entries(bytes);
        assertEquals(
                List.of(
                        "mimetype",
                        "document.xml",
                        "notice.json",
                        "META-INF/ASiCManifest.xml",
                        "META-INF/signature.p7s"),
                List.copyOf(entries.keySet()));
        assertArrayEquals(DOCUMENT, entries.get("document.xml"));
    }

    @Test
    void whatIsLargeIsReadPieceByPieceAndNothingIsOpenedBeforeItsTurn() throws Exception {
        int size = 50 * 1024 * 1024;
        List<String> opened = new ArrayList<>();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        noise(size).transferTo(new java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
        Entry large = new Entry("document.xml", "application/xml", Sha256.ofDigest(digest.digest()), () -> {
            opened.add("document.xml");
            return noise(size);
        });
        try (InputStream container = seal.container(
                List.of(large, entry("notice.json", FACTS)), Clock.systemUTC().instant())) {
            assertEquals(List.of(), opened);
            assertTrue(container.skip(Long.MAX_VALUE) > size);
        }
        assertEquals(List.of("document.xml"), opened);
    }

    @Test
    void aBodyThatBreaksOffBreaksTheContainerOff() throws Exception {
        Entry broken = new Entry("document.xml", "application/xml", Sha256.of(DOCUMENT), () -> {
            throw new IOException("gone");
        });
        try (InputStream container =
                seal.container(List.of(broken), Clock.systemUTC().instant())) {
            assertThrows(IOException.class, container::readAllBytes);
        }
    }

    @Test
    void namesThatLeadElsewhereOrStandTwiceAreRefused() {
        for (String name : List.of("../a", "META-INF/x", "mimetype", "", "a b", ".hidden")) {
            assertThrows(IllegalArgumentException.class, () -> entry(name, FACTS), name);
        }
        List<Entry> twice = List.of(entry("a", FACTS), entry("a", DOCUMENT));
        assertThrows(
                IllegalArgumentException.class,
                () -> seal.container(twice, Clock.systemUTC().instant()));
    }

    /** The same bytes each time, which do not compress. */
    private static InputStream noise(int size) {
        Random random = new Random(5);
        return new InputStream() {
            private int left = size;

            @Override
            public int read() {
                return left-- > 0 ? random.nextInt(256) : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int read = Math.min(length, left);
                byte[] piece = new byte[read];
                random.nextBytes(piece);
                System.arraycopy(piece, 0, into, offset, read);
                left -= read;
                return read;
            }
        };
    }

    private static byte[] container(GatewaySeal by, Instant at) throws IOException {
        try (InputStream container =
                by.container(List.of(entry("document.xml", DOCUMENT), entry("notice.json", FACTS)), at)) {
            return container.readAllBytes();
        }
    }

    private static Entry entry(String name, byte[] bytes) {
        return new Entry(
                name,
                name.endsWith("xml") ? "application/xml" : "application/json",
                Sha256.of(bytes),
                () -> new ByteArrayInputStream(bytes));
    }

    private static Indication indication(byte[] container, GatewaySeal anchor) {
        Reports reports = validated(container, anchor);
        return reports.getSimpleReport().getIndication(reports.getSimpleReport().getFirstSignatureId());
    }

    private static Reports validated(byte[] container, GatewaySeal anchor) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(anchor.certificate()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(container, "evidence.asice"));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument();
    }

    private static byte[] changed(byte[] container, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries(container).entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                byte[] content = each.getValue().clone();
                if (each.getKey().equals(name)) {
                    // A digit or letter of the text, so that it stays well-formed.
                    int last = new String(content, StandardCharsets.ISO_8859_1)
                            .lastIndexOf(name.endsWith("json") ? "1" : "DOC");
                    int at = last >= 0
                            ? last
                            : new String(content, StandardCharsets.ISO_8859_1).indexOf("=</ds:DigestValue>") - 3;
                    content[at] = (byte) (content[at] == 'A' ? 'B' : 'A');
                }
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] container) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                entries.put(each.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
}
