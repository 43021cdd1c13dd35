package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.SenderNumber;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** One application from its submission to the last notice, and what never becomes one, at the running distribution. */
public class JourneyITest {

    private static final Duration JOURNEY = Duration.ofSeconds(60);
    private static final String NAME = "見本　太郎";
    private static final String INDIVIDUAL_NUMBER = "123456789018";

    private static Instance instance;
    private static Partner partner;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        partner = Partner.ready(instance);
    }

    @Test
    public void aSignedHireReachesAllDestinationsOnceAndItsNoticesComeHome() throws Exception {
        String application = partner.submit();

        partner.awaitClosed(application, JOURNEY);
        Map<String, byte[]> documents = partner.awaitNotices(application, JOURNEY);

        assertEquals(Partner.DESTINATIONS, documents.keySet());
        documents.forEach((destination, document) ->
                assertTrue(destination, new String(document, StandardCharsets.UTF_8).contains("SignatureValue")));
        assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
        assertEquals(
                "CLOSED", partner.view(application).path("state").path("code").asText());
        for (JsonNode filing : partner.view(application).path("filings")) {
            assertFalse(filing.toString(), filing.path("receipts").isEmpty());
            assertEquals(filing.toString(), 1, filing.path("attempts").asInt());
        }
        partner.awaitEvents(application, JOURNEY);
    }

    @Test
    public void theSameNumberWithTheSameContentGetsTheFirstReceiptAndWithOtherContentIsRefused() throws Exception {
        SenderNumber number = Partner.newNumber();
        byte[] hire = partner.hire(number);
        String key = number.value();

        Answer first = partner.post(hire, "Idempotency-Key", key).expect(201);
        Answer second = partner.post(hire, "Idempotency-Key", key).expect(200);

        assertArrayEquals(first.raw().body(), second.raw().body());
        String place = first.raw().headers().firstValue("Location").orElseThrow();
        assertEquals(place, second.raw().headers().firstValue("Location").orElseThrow());
        assertArrayEquals(
                first.raw().body(),
                partner.gateway().get(place + "/receipt").expect(200).raw().body());

        byte[] other = partner.hire(Partner.newNumber());
        assertProblem(partner.post(other, "Idempotency-Key", key), 409, "INTAKE-", "");
        assertFalse("the receipt is sealed", first.body().isEmpty());
    }

    @Test
    public void aBrokenSignatureIsRefused() throws Exception {
        String hire = text(partner.hire(Partner.newNumber()));
        int value = hire.indexOf("SignatureValue>") + "SignatureValue>".length() + 10;
        char changed = hire.charAt(value) == 'A' ? 'B' : 'A';
        assertRefused(hire.substring(0, value) + changed + hire.substring(value + 1), "TRUST-026", "Signature[1]");
    }

    @Test
    public void contentThatWasChangedAfterSigningIsRefused() throws Exception {
        String hire = text(partner.hire(Partner.newNumber()));
        assertRefused(hire.replace("300000", "300001"), "TRUST-025", "Reference[1]");
    }

    @Test
    public void aSignerUnderAnUnknownRootIsRefused() throws Exception {
        assertRefused(text(Forged.hireUnderAnotherRoot(Partner.newNumber())), "TRUST-035", "");
    }

    @Test
    public void aWrongCheckDigitIsRefusedAtItsPlace() throws Exception {
        assertRefused(
                Forged.hire(instance.pki(), xml -> xml.replace(INDIVIDUAL_NUMBER, "123456789019")),
                "PORTAL-006",
                "content/common/individual");
    }

    @Test
    public void anUnknownProcedureIsRefused() throws Exception {
        assertRefused(
                Forged.hire(instance.pki(), xml -> xml.replace("number=\"18\"", "number=\"9999\"")), "CAT-002", "9999");
    }

    @Test
    public void aPackageBeyondTheBoundIsRefused() throws Exception {
        List<String> before = partner.list();
        byte[] large = new byte[27 * 1024 * 1024];
        assertProblem(partner.post(large), 413, "", "");
        assertEquals(before, partner.list());
    }

    @Test
    public void aZipThatWouldEscapeItsFolderIsRefused() throws Exception {
        List<String> before = partner.list();
        byte[] hire = partner.hire(Partner.newNumber());
        byte[] zip = zip("application.xml", hire, "../../etc/escaped.cfg");
        Answer answer = partner.gateway().post("/v1/applications", zip, "Content-Type", "application/zip");
        assertProblem(answer, 422, "ZIP-011", "#2");
        assertEquals(before, partner.list());
    }

    @Test
    public void nobodyElseSeesAnApplicationOrSubmitsWithoutTheRole() throws Exception {
        String application = partner.submit();
        GatewayClient beta = Partner.caller(instance, "partner-beta");
        assertProblem(beta.get("/v1/applications/" + application), 404, "REST-005", "");
        assertProblem(beta.get("/v1/applications/" + application + "/receipt"), 404, "REST-005", "");
        assertEquals(
                0,
                beta.get("/v1/applications")
                        .expect(200)
                        .json()
                        .path("applications")
                        .size());

        GatewayClient ministry = Partner.caller(instance, "ministry-e-tax");
        byte[] hire = partner.hire(Partner.newNumber());
        assertProblem(ministry.post("/v1/applications", hire, "Content-Type", "application/xml"), 403, "REST-003", "");
        assertProblem(ministry.get("/v1/applications/" + application), 403, "REST-003", "");
        assertProblem(
                ministry.post("/v1/ministry/eltax/notices", hire, "Content-Type", "application/xml"),
                403,
                "REST-024",
                "");
    }

    @Test
    public void headersThatWouldSteerRoutesAreDropped() throws Exception {
        try (Elsewhere elsewhere = new Elsewhere()) {
            SenderNumber number = Partner.newNumber();
            String application = partner.post(
                            partner.hire(number),
                            "Accept",
                            "application/json",
                            "cAmElHttpUri",
                            elsewhere.url(),
                            "CAMELDESTINATIONOVERRIDEURL",
                            elsewhere.url(),
                            "CamelHttpMethod",
                            "DELETE",
                            "OperationName",
                            "submit")
                    .expect(201)
                    .json()
                    .path("number")
                    .asText();

            partner.awaitClosed(application, JOURNEY);

            assertEquals(Partner.DESTINATIONS, partner.takenOnce(application));
            elsewhere.requireThatNobodyCame();
        }
    }

    @Test
    public void noPersonStandsReadableInAnyFileOfTheGateway() throws Exception {
        String application = partner.submit();
        partner.awaitClosed(application, JOURNEY);
        partner.awaitNotices(application, JOURNEY);

        Map<String, byte[]> wanted = new HashMap<>();
        for (String secret : List.of(NAME, "見本", "ミホン", INDIVIDUAL_NUMBER, "シブヤクシブヤ", "1234-567890")) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                wanted.put(secret + " in " + charset, secret.getBytes(charset));
            }
        }
        assertEquals(Map.of(), Grep.files(instance.data(), wanted));
        // The search finds what is there.
        assertFalse(Grep.files(instance.data(), Map.of("number", application.getBytes(StandardCharsets.US_ASCII)))
                .isEmpty());
    }

    private static void assertRefused(String content, String code, String place) throws Exception {
        List<String> before = partner.list();
        assertProblem(partner.post(content.getBytes(StandardCharsets.UTF_8)), 422, code, place);
        assertEquals("nothing was stored", before, partner.list());
    }

    /** A problem document (RFC 9457) with code, place and the sentence in both languages. */
    private static void assertProblem(Answer answer, int status, String code, String place) {
        assertEquals(answer.body(), status, answer.status());
        assertEquals(
                "application/problem+json",
                answer.raw().headers().firstValue("Content-Type").orElse("").split(";")[0]);
        JsonNode problem = answer.json();
        assertTrue(answer.body(), problem.path("code").asText().startsWith(code));
        assertTrue(answer.body(), problem.path("place").asText().contains(place));
        assertTrue(answer.body(), problem.path("detail_en").asText().endsWith("."));
        assertTrue(answer.body(), problem.path("detail_ja").asText().endsWith("。"));
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    /** Two files, in this order. */
    private static byte[] zip(String name, byte[] content, String second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.putNextEntry(new ZipEntry(second));
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}
