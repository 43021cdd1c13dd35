package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.Sha256;
import io.renkei.tools.client.GatewayClient;
import io.renkei.tools.client.GatewayClient.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Data stays in the company's own store: it is recorded, told, referred to and accounted for, and notices are placed there. */
public class CompanyStoreITest {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final String MINISTRY = "/v1/ministry/hello-work/submissions";
    private static final byte[] SMALL = "資格取得届".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LARGE = new byte[3 * 1024 * 1024];
    private static final String NAME = "山田太郎の届";

    private static Instance instance;
    private static Partner partner;
    private static GatewayClient ministry;
    private static GatewayClient foreign;
    private static CompanyCloud cloud;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.own("companystore", Map.of());
        partner = Partner.ready(instance);
        ministry = Partner.caller(instance, "ministry-hello-work");
        foreign = Partner.caller(instance, "ministry-e-tax");
        cloud = new CompanyCloud(instance.pki());
        cloud.start();
        configure(
                "io.renkei.companystore-acme",
                "partner = acme\nurl = " + cloud.url("/data") + "\n",
                cloud.url("/data"));
        configure(
                "io.renkei.companystore.agency-hellowork",
                "destination = hello-work\nwebhook.url = " + cloud.url("/agency") + "\n",
                cloud.url("/agency"));
    }

    @AfterClass
    public static void end() {
        cloud.close();
        instance.end();
    }

    @Test
    public void anAgencyIsToldRefersToTheDataAndTheCompanySeesWhoDid() throws Exception {
        cloud.put("it/small.txt", SMALL);
        cloud.put("it/large.bin", LARGE);
        String number = recorded(Instant.now().plusSeconds(3600));
        Await.until(LONGEST, () -> cloud.told(number), List.of("io.renkei.submission.recorded")::equals);
        assertTrue(ministry.get(MINISTRY).expect(200).body().contains(number));
        assertFalse(
                foreign.get("/v1/ministry/e-tax/submissions").expect(200).body().contains(number));

        JsonNode objects =
                ministry.get(MINISTRY + "/" + number).expect(200).json().path("objects");
        assertEquals(2, objects.size());
        Answer small = ministry.get(objects.get(0).path("path").asText()).expect(200);
        assertArrayEquals(SMALL, small.raw().body());
        assertArrayEquals(
                LARGE,
                ministry.get(objects.get(1).path("path").asText())
                        .expect(200)
                        .raw()
                        .body());
        assertEquals("REST-063", code(foreign.get("/v1/ministry/e-tax/submissions/" + number + "/objects/1"), 404));

        JsonNode accesses = accesses(number);
        assertEquals(List.of("NOT_PERMITTED", "RELEASED", "RELEASED"), answers(accesses));
        String record = accesses.get(2).path("id").asText();
        assertEquals(record, small.raw().headers().firstValue("Access-Record").orElse(""));
        assertTrue(cloud.asked().contains("/data/it/small.txt " + record));
        assertTrue(shell("renkei:submission-list").contains(number));
        assertTrue(shell("renkei:submission-accesses " + number).contains("提供"));
        assertTrue(shell("renkei:verify-journal " + number).contains("whole"));
        assertFalse("nothing of it is logged", instance.hasLogged("山田") || instance.hasLogged("it/small.txt"));
    }

    @Test
    public void nothingIsReleasedThatIsRevokedOverOrChangedOrWhileTheStoreIsDown() throws Exception {
        String number = recorded(Instant.now().plusSeconds(3600));
        String object = MINISTRY + "/" + number + "/objects/1";
        cloud.put("it/small.txt", "資格喪失届".getBytes(StandardCharsets.UTF_8));
        assertEquals("REST-068", code(ministry.get(object), 502));
        cloud.stop();
        Answer down = ministry.get(object);
        assertEquals("REST-067", code(down, 503));
        assertTrue(down.raw().headers().firstValue("Retry-After").isPresent());
        assertTrue(shellHealth().contains("STORE-003"));
        cloud.start();
        cloud.put("it/small.txt", SMALL);
        ministry.get(object).expect(200);
        assertEquals(List.of("RELEASED", "STORE_DOWN", "CHANGED"), answers(accesses(number)));

        String brief = recorded(Instant.now().plusSeconds(1));
        Answer over = Await.until(
                LONGEST, () -> ministry.get(MINISTRY + "/" + brief + "/objects/1"), seen -> seen.status() == 410);
        assertEquals("REST-065", code(over, 410));

        String revoked = recorded(Instant.now().plusSeconds(3600));
        partner.gateway()
                .delete("/v1/submissions/" + revoked + "/permissions/hello-work")
                .expect(204);
        assertEquals("REST-066", code(ministry.get(MINISTRY + "/" + revoked + "/objects/1"), 410));
        assertEquals(List.of("REVOKED"), answers(accesses(revoked)));
        Await.until(
                LONGEST,
                () -> cloud.told(revoked),
                List.of("io.renkei.submission.recorded", "io.renkei.submission.revoked")::equals);
    }

    @Test
    public void aNoticeIsPlacedInTheStoreAndItsReferenceIsToldAndShown() throws Exception {
        configure(
                "io.renkei.delivery-acmecloud",
                "service = acme-cloud\nway = store\nurl = " + cloud.url("/data/notices") + "\npartners = acme\n",
                cloud.url("/data/notices"));
        String application = partner.submit();
        partner.awaitClosed(application, LONGEST);
        JsonNode notices = partner.gateway()
                .get("/v1/notices?application=" + application)
                .expect(200)
                .json()
                .path("notices");
        for (JsonNode notice : notices) {
            String id = notice.path("id").asText();
            String address = Await.until(LONGEST, () -> reference(id), reference -> !reference.isEmpty());
            assertEquals(cloud.url("/data/notices/" + id), address);
            assertEquals(
                    notice.path("sha256").asText(), Sha256.of(cloud.at(address)).hex());
            assertTrue(cloud.headersAt(address).containsKey("Renkei-Signature"));
        }
        String first = notices.get(0).path("filing").asText();
        Await.until(LONGEST, () -> told(first), types -> types.contains("io.renkei.notice.placed"));
    }

    // ---------------------------------------------------------------- helpers

    /** Writes a file, as an operator does, and waits until it is in use. */
    private static void configure(String name, String settings, String shows) throws Exception {
        Files.writeString(
                instance.etc(name + ".cfg"),
                settings + "tls.trust = ${renkei.pki}/ca.pem\ntls.identity = ${renkei.pki}/gateway.pem\n");
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:setting-list --json " + name).output(),
                shown -> shown.contains(shows));
    }

    /** A record of two objects, both for hello-work. */
    private static String recorded(Instant until) throws Exception {
        String from = Instant.now().minusSeconds(60).toString();
        String body = "{\"procedures\":[\"12\"],\"objects\":[" + object("it/small.txt", SMALL) + ","
                + object("it/large.bin", LARGE)
                + "],\"permissions\":[{\"destination\":\"hello-work\",\"objects\":[1,2],"
                + "\"from\":\"" + from + "\",\"until\":\"" + until + "\"}]}";
        return partner.gateway()
                .post(
                        "/v1/submissions",
                        body.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/json",
                        "Idempotency-Key",
                        Partner.newNumber().value())
                .expect(201)
                .json()
                .path("number")
                .asText();
    }

    private static String object(String path, byte[] bytes) {
        return "{\"name\":\"" + NAME + "\",\"items\":[],\"media_type\":\"application/octet-stream\",\"size\":"
                + bytes.length + ",\"sha256\":\"" + Sha256.of(bytes).hex() + "\",\"path\":\"" + path + "\"}";
    }

    private static JsonNode accesses(String number) throws Exception {
        return partner.gateway()
                .get("/v1/submissions/" + number + "/accesses")
                .expect(200)
                .json()
                .path("accesses");
    }

    private static List<String> answers(JsonNode accesses) {
        List<String> answers = new ArrayList<>();
        accesses.forEach(access -> answers.add(access.at("/answer/code").asText()));
        return answers;
    }

    private static String code(Answer answer, int status) {
        return answer.expect(status).json().path("code").asText();
    }

    /** Where the notice was placed; empty text while it was not. */
    private static String reference(String id) throws Exception {
        JsonNode shown = partner.gateway().get("/v1/notices/" + id).expect(200).json();
        for (JsonNode delivery : shown.path("deliveries")) {
            if (delivery.path("channel").asText().equals("acme-cloud")) {
                return delivery.path("reference").asText();
            }
        }
        return "";
    }

    private static List<String> told(String filing) throws Exception {
        List<String> types = new ArrayList<>();
        for (JsonNode line : partner.ledger(filing)) {
            types.add(line.at("/details/type").asText());
        }
        return types;
    }

    private static String shell(String command) throws Exception {
        return instance.shell(command).good().output();
    }

    private static String shellHealth() throws Exception {
        return instance.shell("renkei:health").output();
    }
}
