package io.renkei.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.http.internal.IdlePools;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of {@link ConnectorHttp}, over real sockets. */
class ConnectorHttpTest {

    private static final int MOST_BYTES = 10_000;
    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final Duration RESPONSE = Duration.ofMillis(500);

    /** A call takes 0.8 seconds at most; the rest is for a machine under load. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final ConnectorHttp http = new ConnectorHttp("test-deadline", Optional.empty(), 1, MOST_BYTES);
    private final ConnectorHttp.Client client = http.client(CONNECT, RESPONSE);

    @AfterEach
    void close() {
        client.close();
        http.close();
    }

    @Test
    void aWholeAnswerKeepsItsConnection() throws IOException {
        try (StubServer server = new StubServer(StubServer.ok("uketsuke"))) {
            assertEquals("uketsuke", text(new HttpGet(server.url())));
            assertEquals(200, client.status(server.url()));
            assertEquals("uketsuke", text(new HttpGet(server.url())));
            assertEquals(1, server.connections());
        }
    }

    /** As Camel reads a short answer of known length. */
    @Test
    void anAnswerReadToItsDeclaredLengthKeepsItsConnection() throws IOException {
        try (StubServer server = new StubServer(StubServer.ok("uketsuke"))) {
            for (int i = 0; i < 3; i++) {
                assertEquals("uketsuke", client.http().execute(new HttpGet(server.url()), response -> {
                    try (InputStream in = response.getEntity().getContent()) {
                        byte[] all = in.readNBytes((int) response.getEntity().getContentLength());
                        return new String(all, StandardCharsets.US_ASCII);
                    }
                }));
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void nobodyListeningIsNotSent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertNotSent(URI.create("http://localhost:" + free + "/"));
    }

    @Test
    void anUnknownHostIsNotSent() {
        assertNotSent(URI.create("http://host.invalid/"));
    }

    @Test
    void aFailedHandshakeIsNotSent() throws IOException {
        try (StubServer plain = new StubServer(StubServer.CUTS);
                ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertNotSent(URI.create("https://localhost:" + mute.getLocalPort() + "/"));
            assertNotSent(URI.create(plain.url().toString().replace("http:", "https:")));
        }
    }

    @Test
    void noFreeConnectionIsNotSent() throws IOException {
        ConnectorHttp.Client patient = http.client(Duration.ofMillis(100), Duration.ofMinutes(1));
        try (StubServer server = new StubServer(StubServer.SILENT)) {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> unchecked(patient, server.url()));
            Awaitility.await().until(() -> server.requests.size() == 1);
            assertThrows(NotSent.class, () -> patient.status(server.url()));
            assertEquals(1, server.requests.size());
            patient.close();
            assertThrows(CompletionException.class, first::join);
        }
    }

    @Test
    void aClosedClientSendsNothing() throws IOException {
        try (StubServer server = new StubServer(StubServer.ok(""))) {
            ConnectorHttp.Client another = http.client(CONNECT, RESPONSE);
            another.close();
            assertThrows(NotSent.class, () -> another.status(server.url()));
            http.close();
            assertNotSent(server.url());
            assertEquals(0, server.requests.size());
        }
    }

    @Test
    void aCutConnectionMayHaveArrivedAndNothingIsResent() throws IOException {
        try (StubServer server = new StubServer(StubServer.CUTS)) {
            assertNoAnswer(server);
        }
    }

    @Test
    void silenceMayHaveArrivedAndEnds() throws IOException {
        try (StubServer server = new StubServer(StubServer.SILENT)) {
            assertNoAnswer(server);
        }
    }

    /**
     * In its head; in chunks; within the line before a chunk and the one behind the last, where no read returns; with a
     * length; and up to the end of the connection, which a cut must not look like.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX-Drip: |a",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\n \r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;|a",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Drip: |a",
                "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n| ",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n| ",
                "HTTP/1.1 500 Error\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\n \r\n"
            })
    void anAnswerThatDripsIsCutAtTheDeadline(String answer) throws IOException {
        int split = answer.indexOf('|');
        StubServer.Manner drips = StubServer.drips(answer.substring(0, split), answer.substring(split + 1));
        try (StubServer server = new StubServer(drips)) {
            assertNoAnswer(server);
            Awaitility.await().until(() -> server.ended.size() == 1);
        }
    }

    @Test
    void aRequestThatNobodyTakesIsCutAtTheDeadline() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpPost post = new HttpPost("http://localhost:" + mute.getLocalPort() + "/");
            post.setEntity(new ByteArrayEntity(new byte[64 * 1024 * 1024], null));
            assertIOExceptionInTime(post);
        }
    }

    @Test
    void theEndOfTheInstanceCutsWhatIsUnderWay() throws IOException {
        StubServer.Manner drips = StubServer.drips("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", " ");
        try (StubServer server = new StubServer(drips)) {
            ConnectorHttp.Client patient = http.client(CONNECT, Duration.ofMinutes(5));
            CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> unchecked(patient, server.url()));
            Awaitility.await().until(() -> server.requests.size() == 1);
            http.close();
            long began = System.nanoTime();
            assertThrows(CompletionException.class, call::join);
            assertInTime(began);
        }
    }

    @Test
    void aConnectionThatNobodyUsesIsClosedByTheOneThreadOfAllClients() throws IOException {
        IdlePools idle = new IdlePools(TimeValue.ofMilliseconds(100));
        try (StubServer server = new StubServer(StubServer.ok("uketsuke"))) {
            assertEquals(200, client.status(server.url()));
            idle.add(client.pool());
            idle.add(http.client(CONNECT, RESPONSE).pool());
            Awaitility.await().until(() -> client.pool().getTotalStats().getAvailable() == 0);
            idle.remove(client.pool());
        }
    }

    @Test
    void fiftyClientsHaveNoThreadOfTheirOwn() {
        for (int i = 0; i < 50; i++) {
            http.client(CONNECT, RESPONSE);
        }
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("idle"))
                .count();
        assertTrue(threads <= 2, threads + " threads");
    }

    @Test
    void anAnswerThatIsTooLongIsCut() throws IOException {
        try (StubServer endless = new StubServer(StubServer.ok(" ".repeat(MOST_BYTES + 1)));
                StubServer most = new StubServer(StubServer.ok(" ".repeat(MOST_BYTES)))) {
            IOException failure = assertThrows(IOException.class, () -> text(new HttpGet(endless.url())));
            assertFalse(NotSent.isIn(failure));
            Awaitility.await().until(() -> endless.ended.size() == 1);
            assertEquals(MOST_BYTES, text(new HttpGet(most.url())).length());
        }
    }

    @Test
    void anAnswerThatIsNotReadCostsItsConnectionAndNoTime() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (StubServer server = new StubServer(StubServer.drips(head, "1\r\n \r\n"))) {
            for (int call = 1; call <= 2; call++) {
                int number = call;
                int status = client.http().execute(new HttpGet(server.url()), response -> response.getCode());
                assertEquals(200, status);
                Awaitility.await().until(() -> server.ended.size() == number);
            }
            int first = client.http()
                    .execute(
                            new HttpGet(server.url()),
                            response -> response.getEntity().getContent().read());
            assertEquals(' ', first);
            assertEquals(3, server.connections());
        }
    }

    @Test
    void aRedirectIsAnAnswerLikeAnyOther() throws IOException {
        try (StubServer elsewhere = new StubServer(StubServer.ok(""))) {
            String head = "HTTP/1.1 307 Elsewhere\r\nContent-Length: 0\r\nLocation: " + elsewhere.url();
            try (StubServer server = new StubServer(StubServer.answers(head, ""))) {
                assertEquals(307, client.status(server.url()));
            }
            assertEquals(0, elsewhere.requests.size());
        }
    }

    @Test
    void anAnswerWithoutABodyIsWhole() throws IOException {
        try (StubServer server = new StubServer(StubServer.answers("HTTP/1.1 204 Nothing", ""))) {
            assertEquals(204, client.status(server.url()));
            assertEquals(204, client.status(server.url()));
            assertEquals(1, server.connections());
        }
    }

    private void assertNotSent(URI url) {
        assertInstanceOf(NotSent.class, assertIOExceptionInTime(new HttpGet(url)));
    }

    private void assertNoAnswer(StubServer server) {
        HttpPost post = new HttpPost(server.url());
        post.setEntity(new ByteArrayEntity("届出".getBytes(StandardCharsets.UTF_8), null));
        assertFalse(NotSent.isIn(assertIOExceptionInTime(post)));
        assertEquals(1, server.requests.size());
        assertTrue(server.requests.get(0).endsWith("届出"));
    }

    private IOException assertIOExceptionInTime(ClassicHttpRequest request) {
        long began = System.nanoTime();
        IOException failure = assertThrows(IOException.class, () -> text(request));
        assertInTime(began);
        return failure;
    }

    private static void assertInTime(long began) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(BOUND) < 0, () -> "it took " + took);
    }

    private static int unchecked(ConnectorHttp.Client client, URI url) {
        try {
            return client.status(url);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(ClassicHttpRequest request) throws IOException {
        return client.http().execute(request, response -> {
            HttpEntity entity = response.getEntity();
            return entity == null ? "" : EntityUtils.toString(entity);
        });
    }
}
