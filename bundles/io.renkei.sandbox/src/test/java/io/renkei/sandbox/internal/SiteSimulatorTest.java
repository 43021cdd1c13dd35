package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site while the portal is away; with it, it is seen at the distribution. */
class SiteSimulatorTest {

    private static final URI PORTAL = URI.create("https://127.0.0.1:8444");

    private SandboxServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SandboxServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                List.of(new SiteSimulator(
                        SimulatedSite.ALL,
                        PORTAL,
                        site -> {
                            throw new ConnectException("no portal for " + site);
                        },
                        Clock.systemUTC())));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsNoWordOfALogoutIsRefusedAndNotKept() throws Exception {
        assertEquals(400, post("/sites/e-tax/logout", "token=a.b.c").statusCode());
        assertEquals(400, post("/sites/e-tax/logout", "logout_token=a.b.c").statusCode());
        assertEquals("[]", get("/sites/e-tax/words").body());
    }

    @Test
    void anAddressThatNoSiteHasIsUnknown() throws Exception {
        assertEquals(404, post("/sites/e-tax/other", "").statusCode());
        assertEquals(404, get("/sites/E..tax/words").statusCode());
        assertEquals(404, get("/sites/").statusCode());
        assertEquals(404, post("/sites/my-post/ask", "").statusCode());
    }

    @Test
    void aSiteSaysThatThePortalCannotBeReached() throws Exception {
        HttpResponse<String> answer = get("/sites/e-tax/login?iss=" + PORTAL);
        assertEquals(502, answer.statusCode());
        assertTrue(answer.body().contains("Is the gateway running?"), answer.body());
        assertEquals(400, get("/sites/e-tax/login?iss=https://other.example").statusCode());
    }

    @Test
    void anAnswerThatNobodyWaitsForSignsNobodyOn() throws Exception {
        assertEquals(400, get("/sites/e-tax/callback?code=x&state=y").statusCode());
        HttpResponse<String> home = get("/sites/e-tax/");
        assertEquals(200, home.statusCode());
        assertTrue(home.body().contains("You are not signed on."), home.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)).GET());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
