package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.Sha256;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import io.renkei.tools.pki.Pem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** A ministry delivers what it may and what it may not, at the running distribution. */
public class WaysInITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String OWN = "/v1/ministry/e-tax/notices";

    private static Instance instance;
    private static Partner partner;
    private static GatewayClient ministry;
    private static String application;
    private static String filing;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.of(instance);
        partner.awaitUp();
        partner.consent();
        ministry = Partner.caller(instance, "ministry-e-tax");
        application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        partner.awaitNotices(application, LONGEST);
        filing = filingOfTheMinistry();
    }

    private static String filingOfTheMinistry() throws Exception {
        for (JsonNode each : partner.gateway()
                .get("/v1/applications/" + application)
                .expect(200)
                .json()
                .path("filings")) {
            if (each.toString().contains("\"e-tax\"")) {
                return each.path("key").asText(each.path("filing").asText());
            }
        }
        throw new AssertionError("the sample has a filing at e-tax");
    }

    private static byte[] pdf(String title) throws Exception {
        return SealedPdf.of(title, seal("e-tax"));
    }

    private static Path seal(String kind) {
        return instance.pki().resolve("seal-" + kind + ".pem");
    }

    private static Answer deliver(String type, byte[] document, String... headers) throws Exception {
        String[] all = Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        all[headers.length + 2] = "Issuer-Reference";
        all[headers.length + 3] = "IT-" + UUID.randomUUID();
        return ministry.post(OWN, document, all);
    }

    /** Titles with the paths of their documents. */
    private static Map<String, String> inbox() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode notice :
                partner.gateway().get("/v1/notices").expect(200).json().path("notices")) {
            found.put(notice.path("title").asText(), notice.path("document").asText());
        }
        return found;
    }

    private static Answer awaitDocument(String title) throws Exception {
        String path = Await.until(LONGEST, () -> Optional.ofNullable(inbox().get(title)), Optional::isPresent)
                .orElseThrow();
        return partner.gateway().get(path).expect(200);
    }

    private static void awaitQuarantine(Answer delivered, String code) throws Exception {
        String id = delivered.expect(202).json().path("id").asText();
        Await.until(
                LONGEST,
                instance::log,
                all -> all.lines()
                        .anyMatch(line -> line.contains("Notice " + id) && line.contains("quarantined: " + code)));
    }

    @Test
    public void aSealedPdfLiesInTheInboxByteForByte() throws Exception {
        String title = "納税証明 " + UUID.randomUUID();
        byte[] document = pdf(title);
        deliver("application/pdf", document, "Filing", filing).expect(202);
        Answer fetched = awaitDocument(title);
        assertArrayEquals(document, fetched.raw().body());
        assertEquals(
                "application/pdf",
                fetched.raw().headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    public void aPdfThatWasAddedToOrSealedByAnotherIsQuarantined() throws Exception {
        byte[] document = pdf("納税証明 " + UUID.randomUUID());
        byte[] longer = Arrays.copyOf(document, document.length + 1);
        awaitQuarantine(deliver("application/pdf", longer, "Filing", filing), "NOTICES-003");
        byte[] others = SealedPdf.of("納税証明 " + UUID.randomUUID(), seal("hello-work"));
        awaitQuarantine(deliver("application/pdf", others, "Filing", filing), "NOTICES-006");
    }

    @Test
    public void aPdfIsJudgedOnceItsFilingIsNamed() throws Exception {
        String title = "納税証明 " + UUID.randomUUID();
        byte[] document = pdf(title);
        String id = deliver("application/pdf", document)
                .expect(202)
                .json()
                .path("id")
                .asText();
        Await.until(
                LONGEST,
                instance::log,
                all -> all.lines().anyMatch(line -> line.contains("Notice " + id) && line.contains("NOTICES-024")));
        Answer again = deliver("application/pdf", document, "Filing", filing).expect(202);
        assertTrue(again.json().path("repeated").asBoolean());
        assertArrayEquals(document, awaitDocument(title).raw().body());
    }

    @Test
    public void aPackageIsDeliveredWholeAndABombIsNot() throws Exception {
        String title = "納税証明 " + UUID.randomUUID();
        byte[] nested = zip(Map.of("お知らせ.pdf", pdf(title)));
        byte[] whole = zip(Map.of("説明.txt", "説明".getBytes(StandardCharsets.UTF_8), "お知らせ.zip", nested));
        deliver("application/zip", whole, "Filing", filing).expect(202);
        assertArrayEquals(whole, awaitDocument(title).raw().body());
        byte[] bomb = zip(Map.of("a.xml", new byte[10_000_000]));
        awaitQuarantine(deliver("application/zip", bomb, "Filing", filing), "NOTICES-021");
    }

    @Test
    public void aMinistryThatHasToSignIsTakenSignedAndOnce() throws Exception {
        Path setting = instance.etc("io.renkei.door.soap.cfg");
        String before = Files.exists(setting) ? Files.readString(setting) : "# as shipped\n";
        Path own = instance.pki().resolve("ministry-e-tax.pem");
        String fingerprint =
                Sha256.of(Pem.certificates(own).get(0).getEncoded()).hex();
        String message = envelope(pdf("納税証明 " + UUID.randomUUID()));
        try {
            Files.writeString(setting, before + "\nmessage.signer.e-tax = sha256:" + fingerprint + "\n");
            Await.until(
                    LONGEST, () -> soap(message.getBytes(StandardCharsets.UTF_8)), text -> text.contains("SOAP-043"));
            byte[] signed = SignedMessage.of(envelope(pdf("納税証明 " + UUID.randomUUID())), own);
            String taken = soap(signed);
            assertTrue(taken, taken.contains("deliverResponse"));
            String again = soap(signed);
            assertTrue(again, again.contains("SOAP-043"));
        } finally {
            Files.writeString(setting, before);
        }
        Await.until(
                LONGEST,
                () -> soap(message.getBytes(StandardCharsets.UTF_8)),
                text -> text.contains("deliverResponse"));
    }

    private static String soap(byte[] envelope) throws Exception {
        return new String(
                ministry.post("/soap/notices", envelope, "Content-Type", "text/xml; charset=utf-8")
                        .raw()
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static String envelope(byte[] document) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                + "<deliver xmlns='urn:renkei:notice-delivery:1'><destination>e-tax</destination><noticeId>IT-"
                + UUID.randomUUID() + "</noticeId><filing>" + filing + "</filing><document>"
                + Base64.getEncoder().encodeToString(document) + "</document></deliver></s:Body></s:Envelope>";
    }

    private static byte[] zip(Map<String, byte[]> files) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("windows-31j"))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
