package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import io.renkei.tools.pki.Pem;
import io.renkei.tools.sample.PackageSigner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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
    public void whatStandsOutsideTheSealIsNotBelievedAndNothingIsFetchedOrExpanded() throws Exception {
        String title = "納税証明 " + UUID.randomUUID();
        String sealed = new String(xml(title), StandardCharsets.UTF_8);
        String front = "<FRONT><SECRECY>親展</SECRECY><DOCLINK>renkei:200001010000000004-01</DOCLINK></FRONT>";
        String sheet = "<?xml-stylesheet type=\"text/xsl\" href=\"https://127.0.0.1:1/bomb.xsl\"?>";
        String root = sealed.substring(sealed.indexOf("<DOC"));
        String claiming = sheet + root.replaceFirst("(<DOC[^>]*>)", "$1" + front);
        deliver("application/xml", claiming.getBytes(StandardCharsets.UTF_8)).expect(202);
        assertArrayEquals(
                claiming.getBytes(StandardCharsets.UTF_8),
                awaitDocument(title).raw().body());

        String bomb = "<!DOCTYPE DOC [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>" + root;
        awaitQuarantine(deliver("application/xml", bomb.getBytes(StandardCharsets.UTF_8)), "NOTICES-001");
        String changed = root.replace("本文", "別文");
        awaitQuarantine(deliver("application/xml", changed.getBytes(StandardCharsets.UTF_8)), "NOTICES-003");
    }

    @Test
    public void aMinistryDeliversForNoOtherAtEitherDoor() throws Exception {
        Answer rest = ministry.post(
                "/v1/ministry/hello-work/notices", xml("納税証明 " + UUID.randomUUID()), "Content-Type", "application/xml");
        assertEquals("REST-024", rest.expect(403).json().path("code").asText());
        String other = envelope(pdf("納税証明 " + UUID.randomUUID())).replace(">e-tax<", ">hello-work<");
        assertTrue(soap(other.getBytes(StandardCharsets.UTF_8)).contains("SOAP-019"));
    }

    private static byte[] xml(String title) throws Exception {
        byte[] document = new OfficialDocumentWriter()
                .write(new OfficialDocument(
                        "試験-" + UUID.randomUUID(),
                        LocalDate.now(ZoneId.of("Asia/Tokyo")),
                        "申請者",
                        "試験税務署",
                        "長",
                        title,
                        Optional.of(FilingKey.parse(filing)),
                        Optional.empty(),
                        List.of("本文"),
                        false,
                        Optional.empty()));
        return new PackageSigner(Pem.privateKey(seal("e-tax")), Pem.certificates(seal("e-tax")))
                .sign(document, "BODY", OfficialDocumentWriter.ID_ATTRIBUTE);
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
