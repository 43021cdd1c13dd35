package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalSimulatorTest {

    @TempDir
    static Path pki;

    private static TestKeys keys;

    @TempDir
    Path ledger;

    private RunningSandbox sandbox;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(pki);
    }

    @BeforeEach
    void start() throws IOException {
        sandbox = open();
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void countsRepeatsAndLateEventsAlsoAfterARestart() throws Exception {
        assertEquals(204, post(event("e1", 1), true));
        assertEquals(204, post(event("e1", 1), true));
        assertEquals(204, post(event("e3", 3), true));
        assertEquals(0, statistics().path("late").asInt());
        sandbox.close();
        sandbox = open();
        assertEquals(204, post(event("e1", 1), true));
        assertEquals(1, statistics().path("repeated").asInt());
        assertEquals(204, post(event("e2", 2), true));
        assertEquals(1, statistics().path("late").asInt());
        assertEquals(3, statistics().path("events").asInt());
    }

    @Test
    void refusesAnEventThatTheGatewayDidNotSeal() throws Exception {
        assertEquals(400, post(event("e1", 1), false));
        assertEquals(1, statistics().path("forged").asInt());
        assertEquals(0, statistics().path("events").asInt());
    }

    @Test
    void answersBusyWhenToldSo() throws Exception {
        sandbox.order("portal/busy", "{\"busy\":true}");
        assertEquals(503, post(event("e1", 1), true));
        sandbox.order("portal/busy", "{\"busy\":false}");
        assertEquals(204, post(event("e1", 1), true));
    }

    private RunningSandbox open() throws IOException {
        return RunningSandbox.start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1));
    }

    private JsonNode statistics() {
        return sandbox.order("portal/statistics", "{}");
    }

    private static String event(String id, int sequence) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id
                + "\",\"type\":\"io.renkei.filing.changed\",\"source\":\"/v1\","
                + "\"subject\":\"202607011234567890\",\"sequence\":\"" + sequence + "\",\"data\":{\"state\":\"到達\"}}";
    }

    private int post(String event, boolean sealed) throws IOException, InterruptedException {
        byte[] body = event.getBytes(StandardCharsets.UTF_8);
        byte[] over = sealed ? body : "{}".getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/portal/events"))
                .header("Content-Type", "application/cloudevents+json")
                .header("Renkei-Signature", sandbox.sealer().sealDetached("renkei-event+jws", over))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
