package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renkei.tools.client.GatewayClient;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Notices go to a private delivery service that is configured while the gateway runs. */
public class DeliveryITest {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final String FILE = "io.renkei.delivery-mypost.cfg";
    private static final String CHANNEL = "my-post";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Instance instance;
    private static Partner partner;
    private static PrivateDelivery service;
    private static Halts halts;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.own("delivery", Map.of());
        halts = Halts.made();
        instance.stopGateway();
        instance.startGateway(halts.environment());
        partner = Partner.ready(instance);
        service = new PrivateDelivery(instance.pki());
        service.start();
    }

    @AfterClass
    public static void end() {
        service.close();
        instance.end();
    }

    @After
    public void nobodyIsServed() throws Exception {
        halts.disarm(Moment.NOTICE_DELIVERED);
        service.refuse(false);
        if (!instance.isGatewayRunning()) {
            instance.startGateway(halts.environment());
            partner.awaitUp();
        }
        Files.deleteIfExists(instance.etc(FILE));
    }

    @Test
    public void aNoticeArrivesByteForByteUnderASealThatThePublishedKeyVerifies() throws Exception {
        configure("acme");
        for (JsonNode notice : decided()) {
            String id = notice.path("id").asText();
            PrivateDelivery.Letter letter = Await.until(
                            LONGEST, () -> Optional.ofNullable(service.kept().get(id)), Optional::isPresent)
                    .get();
            byte[] document = partner.gateway()
                    .get(notice.path("document").asText())
                    .expect(200)
                    .raw()
                    .body();
            assertArrayEquals(document, letter.body());
            assertEquals("sha-256=:" + digest(document) + ":", letter.header("Repr-Digest"));
            assertTrue(verifies(letter, notice));
            JsonNode delivery = Await.until(LONGEST, () -> delivery(id), seen -> !seen.isMissingNode());
            assertEquals("delivered", delivery.path("state").asText());
            assertEquals(1, service.offered(id));
        }
    }

    @Test
    public void onlyThoseWhoAreNamedAreServedAndAChangeIsInUseWithoutARestart() throws Exception {
        configure("beta");
        List<String> ids = ids(decided());
        // What was available before beta's would be there by then.
        GatewayClient beta = Partner.caller(instance, "partner-beta");
        beta.post("/v1/applications", partner.hire(Partner.newNumber()), "Content-Type", "application/xml")
                .expect(201);
        Await.until(
                LONGEST,
                () -> ids(beta.get("/v1/notices").expect(200).json().path("notices")),
                hers -> hers.stream().anyMatch(service.kept()::containsKey));
        assertTrue(ids.stream().noneMatch(service.kept()::containsKey));

        configure("beta, acme");
        Await.until(LONGEST, () -> service.kept().keySet(), kept -> kept.containsAll(ids));
    }

    @Test
    public void aServiceThatIsDownIsNamedToTheOperatorAndGetsEachOnceWhenItIsBack() throws Exception {
        configure("acme");
        service.stop();
        List<String> ids = ids(decided());
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:health").output(),
                health -> health.contains("DELIVERY-003") && health.contains(CHANNEL));
        for (String id : ids) {
            assertTrue(delivery(id).isMissingNode());
        }

        service.start();
        for (String id : ids) {
            Await.until(LONGEST, () -> delivery(id).path("state").asText(), "delivered"::equals);
            assertEquals(1, service.offered(id));
        }
        Await.until(
                LONGEST, () -> instance.shell("renkei:health").output(), health -> !health.contains("DELIVERY-003"));
    }

    @Test
    public void whatIsRefusedIsShownAsFailedAndStaysInTheInbox() throws Exception {
        configure("acme");
        service.refuse(true);
        JsonNode notice = decided().get(0);
        String id = notice.path("id").asText();

        JsonNode delivery = Await.until(LONGEST, () -> delivery(id), seen -> !seen.isMissingNode());
        assertEquals("failed", delivery.path("state").asText());
        assertEquals("DELIVERY-005 422", delivery.path("code").asText());
        String listed =
                instance.shell("renkei:notice-list --fact FAILED").good().output();
        assertTrue(
                listed,
                listed.lines()
                        .anyMatch(line -> line.contains(id) && line.contains(CHANNEL + " FAILED DELIVERY-005 422")));
        partner.gateway().get(notice.path("document").asText()).expect(200);
    }

    @Test
    public void whatWasRefusedIsDeliveredByOrderAndItsOpeningIsShown() throws Exception {
        configure("acme");
        service.refuse(true);
        String id = decided().get(0).path("id").asText();
        Await.until(LONGEST, () -> delivery(id).path("state").asText(), "failed"::equals);
        service.refuse(false);
        assertTrue(shell("renkei:notice-redeliver --dry-run --code DELIVERY-005 " + CHANNEL)
                .contains(id));
        assertEquals("failed", delivery(id).path("state").asText());
        assertTrue(shell("renkei:notice-redeliver --json " + CHANNEL + " " + id).contains("\"REDELIVERED\""));
        Await.until(LONGEST, () -> delivery(id).path("state").asText(), "delivered"::equals);
        assertTrue(shell("renkei:notice-redeliver --json " + CHANNEL + " " + id).contains("\"NOT_GIVEN_UP\""));
        assertEquals(1, service.offered(id));

        Files.writeString(
                instance.etc("io.renkei.partner-mypost.cfg"),
                "id = " + CHANNEL + "\ncertificate = ${renkei.pki}/sandbox.pem\nroles = delivery\n");
        GatewayClient post = Partner.caller(instance, "sandbox");
        byte[] opening = "{\"opened\":\"2026-11-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
        Await.until(
                LONGEST,
                () -> post.put("/v1/deliveries/" + id + "/opened", opening, "Content-Type", "application/json")
                        .status(),
                status -> status == 204);
        assertEquals("2026-11-01T00:00:00Z", delivery(id).path("opened").asText());
        JsonNode shown = partner.gateway().get("/v1/notices/" + id).expect(200).json();
        assertTrue(shown.has("opened"));
        assertTrue("opened there is not fetched here", !shown.has("fetched"));
    }

    private static String shell(String command) throws Exception {
        return instance.shell(command).good().output();
    }

    /** The service has it and the gateway does not know: it is sent again with the same key, once its lease is over. */
    @Test
    public void whatWasTakenWhenTheGatewayDiedIsSentAgainWithTheSameKeyAndKeptOnce() throws Exception {
        configure("acme");
        halts.arm(Moment.NOTICE_DELIVERED);
        String application = partner.submit();
        Await.until(LONGEST, instance::isGatewayRunning, runs -> !runs);
        assertTrue("it ended there and not by something else", halts.hit(Moment.NOTICE_DELIVERED));
        instance.startGateway(halts.environment());
        partner.awaitUp();

        partner.awaitClosed(application, LONGEST);
        List<String> ids = ids(notices(application));
        for (String id : ids) {
            Await.until(LONGEST, () -> delivery(id).path("state").asText(), "delivered"::equals);
        }
        List<Long> offers = ids.stream().map(service::offered).toList();
        assertTrue("one at least was offered again: " + offers, offers.stream().anyMatch(times -> times == 2));
        assertTrue(service.kept().keySet().containsAll(ids));
    }

    // ---------------------------------------------------------------- helpers

    /** Writes the file of the service, as an operator does, and waits until it is in use. */
    private static void configure(String partners) throws Exception {
        Files.writeString(
                instance.etc(FILE),
                "service = " + CHANNEL + "\nurl = " + service.url() + "\ntls.trust = ${renkei.pki}/ca.pem\n"
                        + "tls.identity = ${renkei.pki}/gateway.pem\npartners = " + partners
                        + "\nanswer.timeout.millis = 5000\nlongest.pause.millis = 1000\n");
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:setting-list --json io.renkei.delivery-mypost")
                        .output(),
                shown -> shown.contains("\"" + partners + "\""));
    }

    /** The notices of an application that is closed. */
    private static JsonNode decided() throws Exception {
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        return notices(application);
    }

    private static JsonNode notices(String application) throws Exception {
        return Await.until(
                LONGEST,
                () -> partner.gateway()
                        .get("/v1/notices?application=" + application)
                        .expect(200)
                        .json()
                        .path("notices"),
                notices -> notices.size() == Partner.DESTINATIONS.size());
    }

    private static List<String> ids(JsonNode notices) {
        List<String> ids = new ArrayList<>();
        notices.forEach(notice -> ids.add(notice.path("id").asText()));
        return ids;
    }

    /** How the notice fares at the service; missing while nothing is written. */
    private static JsonNode delivery(String id) throws Exception {
        JsonNode shown = partner.gateway().get("/v1/notices/" + id).expect(200).json();
        for (JsonNode delivery : shown.path("deliveries")) {
            if (delivery.path("channel").asText().equals(CHANNEL)) {
                return delivery;
            }
        }
        return shown.path("none");
    }

    /** As a service does it: the sealed JSON is written again from what came. */
    private static boolean verifies(PrivateDelivery.Letter letter, JsonNode notice) throws Exception {
        ObjectNode sealed = JSON.createObjectNode();
        sealed.put("content_type", letter.header("Content-Type"));
        sealed.put("idempotency_key", letter.header("Idempotency-Key").replace("\"", ""));
        sealed.put("issuer", letter.header("Issuer"));
        sealed.put("issuer_number", notice.path("issuer_number").asText());
        sealed.put("notice_id", letter.header("Notice-Id"));
        sealed.put("repr_digest", letter.header("Repr-Digest"));
        String[] jws = letter.header("Renkei-Signature").split("\\.", -1);
        JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(jws[0]));
        assertEquals("renkei-delivery+jws", header.path("typ").asText());
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(published(header.path("kid").asText()));
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(sealed));
        verifier.update((jws[0] + "." + payload).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(jws[2]));
    }

    private static PublicKey published(String kid) throws Exception {
        for (JsonNode key : partner.gateway().get("/v1/jwks").expect(200).json().path("keys")) {
            if (key.path("kid").asText().equals(kid)) {
                AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
                curve.init(new ECGenParameterSpec("secp256r1"));
                ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
                return KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
            }
        }
        throw new AssertionError("the key " + kid + " is not published");
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }

    private static String digest(byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
