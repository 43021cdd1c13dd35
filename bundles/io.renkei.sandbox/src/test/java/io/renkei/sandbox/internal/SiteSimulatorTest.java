package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteSimulatorTest {

    private SandboxServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SandboxServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                List.of(new SiteSimulator()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSiteKeepsTheWordsOfLogoutsThatItHeard() throws Exception {
        assertEquals(204, post("/sites/e-tax/logout", "logout_token=a.b.c").statusCode());
        assertEquals(204, post("/sites/e-tax/logout", "logout_token=d.e.f").statusCode());
        assertEquals("[\"a.b.c\",\"d.e.f\"]", get("/sites/e-tax/words").body());
        assertEquals("[]", get("/sites/pension-net/words").body());
    }

    @Test
    void whatIsNoWordOfALogoutIsRefused() throws Exception {
        assertEquals(400, post("/sites/e-tax/logout", "token=a.b.c").statusCode());
        assertEquals(404, post("/sites/e-tax/other", "").statusCode());
        assertEquals(404, get("/sites/E..tax/words").statusCode());
    }

    @Test
    void aBrowserThatComesFindsAPage() throws Exception {
        assertEquals(200, get("/sites/e-tax/callback?code=x&state=y").statusCode());
        assertEquals(200, get("/sites/e-tax/login?iss=z").statusCode());
        assertEquals(200, get("/sites/e-tax/").statusCode());
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
