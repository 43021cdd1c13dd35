package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class EtaxSimulatorTest {

    private static final String FILER = "1234567890123456";
    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledger;

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningSandbox sandbox;

    /** Here the applicant's key plays the gateway's seal. */
    @BeforeAll
    static void makeKeys() throws IOException {
        keys = TestKeys.in(pki);
        Files.copy(
                pki.resolve("applicant.pem"),
                pki.resolve("gateway-seal.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @BeforeEach
    void start() throws IOException {
        sandbox = RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void takesASealedFileAndCountsItsRepetition() throws Exception {
        String key = key();
        byte[] xtx = sealed(xtx(key, DIGEST), "applicant");
        Element notice = submit(key, FILER, xtx);
        String number = Xml.text(notice, "receptionNumber").orElseThrow();
        assertTrue(number.matches("[0-9]{20}"));
        submit(key, FILER, xtx);
        assertEquals(2, sandbox.submissions("e-tax"));
        assertEquals(1, sandbox.doubled("e-tax"));
        Element found = call("lookUp", "<fileName>" + key + ".xtx</fileName>");
        assertEquals(2, found.getElementsByTagNameNS("*", "receptionNumber").getLength());
        assertEquals(number, Xml.text(found, "receptionNumber").orElseThrow());
    }

    @Test
    void namesInItsNoticeWhatIsWrongAndTakesNothing() throws Exception {
        String key = key();
        byte[] good = sealed(xtx(key, DIGEST), "applicant");
        assertEquals("E-SEAL", error(submit(key, FILER, xtx(key, DIGEST).getBytes(StandardCharsets.UTF_8))));
        byte[] changed =
                new String(good, StandardCharsets.UTF_8).replace("試験", "変更").getBytes(StandardCharsets.UTF_8);
        assertEquals("E-SEAL", error(submit(key, FILER, changed)));
        assertEquals("E-CERTIFICATE", error(submit(key, FILER, sealed(xtx(key, DIGEST), "seal-e-tax"))));
        assertEquals("E-DIGEST", error(submit(key, FILER, sealed(xtx(key, ""), "applicant"))));
        assertEquals("E-FILER", error(submit(key, "6543210987654321", good)));
        assertEquals("E-FILE", error(submit(key(), FILER, good)));
        assertEquals("E-FORM", error(submit(key, FILER, "<DATA>".getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, sandbox.submissions("e-tax"));
    }

    @Test
    void aMessageLiesInItsBoxUntilItIsConfirmed() throws Exception {
        String left = "{\"filer\":\"" + FILER + "\",\"kind\":\"お知らせ\",\"title\":\"題\",\"text\":\"本文\"}";
        String number = sandbox.order("etax/message", left).path("number").asText();
        String second = sandbox.order("etax/message", left).path("number").asText();
        String filer = "<filerId>" + FILER + "</filerId>";
        Element page = call("listMessages", filer + "<limit>1</limit>");
        assertEquals(number, Xml.text(page, "messageNumber").orElseThrow());
        assertEquals("true", Xml.text(page, "more").orElseThrow());
        Element next = call("listMessages", filer + "<after>" + number + "</after><limit>1</limit>");
        assertEquals(second, Xml.text(next, "messageNumber").orElseThrow());
        String named = filer + "<messageNumber>" + number + "</messageNumber>";
        assertEquals("本文", Xml.text(call("fetchMessage", named), "text").orElseThrow());
        call("confirmMessage", named);
        call("confirmMessage", named);
        Element rest = call("listMessages", filer + "<limit>10</limit>");
        assertEquals(1, rest.getElementsByTagNameNS("*", "message").getLength());
    }

    @Test
    void theMessageBoxSaysTheOutcomeOfTheContentCheckLater() throws Exception {
        sandbox.order("etax/refuse", "{\"stage\":\"message-box\"}");
        String refused = number();
        String passed = number();
        String asked =
                "<receptionNumber>" + refused + "</receptionNumber><receptionNumber>" + passed + "</receptionNumber>";
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> call("messageBox", asked)
                                .getElementsByTagNameNS("*", "entry")
                                .getLength()
                        == 2);
        Element box = call("messageBox", asked);
        assertEquals(
                "エラー情報あり", box.getElementsByTagNameNS("*", "result").item(0).getTextContent());
        assertEquals("受付完了", box.getElementsByTagNameNS("*", "result").item(1).getTextContent());
        assertEquals(1, box.getElementsByTagNameNS("*", "code").getLength());
    }

    @Test
    void aCallThatIsNoneIsAFault() {
        RunningSandbox.Reply reply = sandbox.send("POST", "/etax", "<a/>".getBytes(StandardCharsets.UTF_8), "");
        assertEquals(500, reply.status());
        assertTrue(new String(reply.body(), StandardCharsets.UTF_8).contains("soap:Client"));
    }

    @Test
    void pushesItsDocumentBySoapOrByRest() throws Exception {
        try (Ledger own = Ledger.open(ledger.resolve("own"), Clock.systemUTC())) {
            Ledger.Entry entry = own.append(
                    "e-tax", key(), Ledger.SUBMISSION, n -> "20260000000000000001", DIGEST, java.util.Map.of());
            Parts parts = new Parts(
                    Clock.systemUTC(),
                    own,
                    null,
                    Progress.every(Clock.systemUTC(), own, Duration.ZERO),
                    new CaseOrders(own),
                    new OfficialDocuments(new Seals(pki)),
                    null,
                    List.of());
            Pushing.Message rest = new EtaxSimulator(parts, EtaxSimulator.Way.named("rest")).message(entry);
            assertEquals("/v1/ministry/e-tax/notices", rest.to().toString());
            assertTrue(new String(rest.body(), StandardCharsets.UTF_8).contains("renkei:" + entry.filing()));
            Pushing.Message soap = new EtaxSimulator(parts, EtaxSimulator.Way.named("soap")).message(entry);
            assertEquals("/soap/notices", soap.to().toString());
            Element deliver = (Element) Xml.parse(soap.body())
                    .getElementsByTagNameNS(EtaxSimulatorSoap.DELIVERY, "deliver")
                    .item(0);
            assertEquals(
                    "e-tax-20260000000000000001", Xml.text(deliver, "noticeId").orElseThrow());
            assertEquals(
                    new String(rest.body(), StandardCharsets.UTF_8),
                    new String(
                            Base64.getDecoder()
                                    .decode(Xml.text(deliver, "document").orElseThrow()),
                            StandardCharsets.UTF_8));
        }
    }

    private String number() throws Exception {
        String key = key();
        return Xml.text(submit(key, FILER, sealed(xtx(key, DIGEST), "applicant")), "receptionNumber")
                .orElseThrow();
    }

    private static String error(Element notice) {
        assertTrue(Xml.text(notice, "receptionNumber").isEmpty());
        return Xml.text(notice, "code").orElseThrow();
    }

    private Element submit(String key, String filer, byte[] xtx) throws IOException, InterruptedException {
        return call(
                "submit",
                "<fileName>" + key + ".xtx</fileName><filerId>" + filer + "</filerId><file>"
                        + Base64.getEncoder().encodeToString(xtx) + "</file>");
    }

    private Element call(String operation, String content) throws IOException, InterruptedException {
        byte[] body = EtaxSimulatorSoap.envelope(operation, EtaxSimulatorSoap.RECEPTION, content);
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/etax"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"urn:renkei:etax-reception:1#" + operation + "\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> reply = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, reply.statusCode());
        return EtaxSimulatorSoap.operation(reply.body());
    }

    private static String xtx(String key, String digest) {
        return "<DATA xmlns=\"urn:x\" xmlns:gen=\"urn:g\" id=\"DATA\"><P><IT><ZEIMUSHO><gen:zeimusho_CD>01101"
                + "</gen:zeimusho_CD></ZEIMUSHO><NOZEISHA_ID>" + FILER + "</NOZEISHA_ID><NM>試験　株式会社</NM></IT></P>"
                + "<source xmlns=\"urn:renkei:etax:1\"><filing>" + key + "</filing><package-digest>" + digest
                + "</package-digest></source></DATA>";
    }

    private static byte[] sealed(String xtx, String identity) throws Exception {
        Document document = Xml.parse(xtx.getBytes(StandardCharsets.UTF_8));
        document.getDocumentElement().setIdAttributeNS(null, "id", true);
        Pem.Identity signer = Pem.identity(pki.resolve(identity + ".pem"));
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        var reference = factory.newReference(
                "#DATA",
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
                null,
                null);
        var info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                List.of(reference));
        var infos = factory.getKeyInfoFactory();
        factory.newXMLSignature(info, infos.newKeyInfo(List.of(infos.newX509Data(signer.chain()))))
                .sign(new DOMSignContext(signer.key(), document.getDocumentElement()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static String key() {
        return new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random()), 3).toString();
    }
}
