package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

class StoreSimulatorTest {

    private static final byte[] OBJECT = {1, 2, 3};

    private final StoreSimulator store = new StoreSimulator();
    private SandboxServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SandboxServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty(), List.of(store));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsPutIsGotByteForByteUntilItIsDeleted() throws Exception {
        assertEquals(404, call("GET", "/store/acme/a/1").statusCode());
        assertEquals(201, call("PUT", "/store/acme/a/1").statusCode());
        assertEquals(204, call("PUT", "/store/acme/a/1").statusCode());
        assertArrayEquals(OBJECT, call("GET", "/store/acme/a/1").body());
        assertEquals(404, call("GET", "/store/beta/a/1").statusCode());
        assertEquals(204, call("DELETE", "/store/acme/a/1").statusCode());
        assertEquals(404, call("GET", "/store/acme/a/1").statusCode());
        assertEquals(404, call("PUT", "/store/acme").statusCode());
    }

    @Test
    void aWrongDigestIsRefusedAndWhileItIsDownItSaysWhenToComeAgain() throws Exception {
        assertEquals(
                400,
                call("PUT", "/store/acme/1", "Repr-Digest", "sha-256=:AAAA:").statusCode());
        store.orders().get("store/down").run(Answer.tree("{\"down\":true}"));
        HttpResponse<byte[]> answer = call("GET", "/store/acme/1");
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
    }

    private HttpResponse<byte[]> call(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, method.equals("PUT") ? BodyPublishers.ofByteArray(OBJECT) : BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
