package io.renkei.portal.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.outgoing.NotTaken;
import io.renkei.ports.outgoing.Webhook;
import io.renkei.trust.internal.RealSeal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WebhookTest {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    /** What a busy machine may take beyond the patience. */
    private static final Duration IN_TIME = PATIENCE.plusSeconds(4);

    private static final byte[] BATCH = "[{\"subject\":\"試験\"}]".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path keys;

    private static RealSeal seal;

    @BeforeAll
    static void makeKey() {
        seal = new RealSeal(keys);
    }

    @Test
    void aBatchIsPostedWithASealThatThePublishedKeyVerifies() throws Exception {
        try (Receiver portal = Receiver.plain()) {
            webhook(portal.address()).take(BATCH);

            Receiver.Call call = portal.calls.get(0);
            assertEquals("POST /events?portal=1", call.method() + " " + call.path());
            assertEquals("application/cloudevents-batch+json", call.type());
            assertArrayEquals(BATCH, call.body());
            Jws sealed = Jws.detached(call.seal(), call.body());
            assertEquals("ES256", sealed.header().get("alg").asText());
            assertEquals("renkei-event+jws", sealed.header().get("typ").asText());
            assertTrue(sealed.verifies(seal.published().jwks()));

            byte[] other = BATCH.clone();
            other[0] ^= 1;
            assertFalse(
                    Jws.detached(call.seal(), other).verifies(seal.published().jwks()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 404, 407, 410, 413, 429, 500, 503, 599})
    void anAnswerThatIsNot2xxIsNotTaken(int status) throws IOException {
        try (Receiver portal = Receiver.plain()) {
            portal.next(Receiver.status(status));
            NotTaken e =
                    assertThrows(NotTaken.class, () -> webhook(portal.address()).take(BATCH));
            assertEquals("the answer was " + status, e.getMessage());
            assertEquals(1, portal.calls.size(), "one call is one request");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anAnswerThatIs2xxIsTaken(int status) throws IOException {
        try (Receiver portal = Receiver.plain()) {
            portal.next(Receiver.status(status));
            webhook(portal.address()).take(BATCH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) throws IOException {
        try (Receiver portal = Receiver.plain();
                Receiver elsewhere = Receiver.plain()) {
            portal.next(Receiver.redirect(status, elsewhere.address()));
            assertThrows(NotTaken.class, () -> webhook(portal.address()).take(BATCH));
            assertEquals(List.of(), elsewhere.calls);
        }
    }

    @Test
    void noProxyOfTheMachineIsUsed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        ProxySelector before = ProxySelector.getDefault();
        try (Receiver portal = Receiver.plain();
                Receiver proxy = Receiver.plain()) {
            ProxySelector.setDefault(new ProxySelector() {
                @Override
                public List<Proxy> select(URI uri) {
                    asked.incrementAndGet();
                    return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("localhost", proxy.port())));
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException e) {
                    // nobody asks
                }
            });
            webhook(portal.address()).take(BATCH);
            assertEquals(1, portal.calls.size());
            assertEquals(0, asked.get() + proxy.calls.size());
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void nobodyListensAndItIsNotTaken() throws IOException {
        URI address;
        try (Receiver gone = Receiver.plain()) {
            address = gone.address();
        }
        NotTaken e = assertThrows(NotTaken.class, () -> webhook(address).take(BATCH));
        assertEquals("there was no answer (ConnectException)", e.getMessage());
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsNotTaken() throws IOException {
        try (Receiver portal = Receiver.plain()) {
            portal.next(Receiver.lost());
            assertThrows(NotTaken.class, () -> webhook(portal.address()).take(BATCH));
        }
    }

    @Test
    void aSilentPortalHoldsTheThreadNoLongerThanThePatience() throws Exception {
        assertNotTakenInTime(OddServer.silent());
    }

    @Test
    void headersThatDripHoldTheThreadNoLongerThanThePatience() throws Exception {
        try (OddServer portal = new OddServer(OddServer.drip("HTTP/1.1 200 OK\r\nX-Long: "))) {
            assertNotTakenInTime(portal);
            assertTrue(portal.cut.await(10, TimeUnit.SECONDS), "the connection is ended");
        }
    }

    @Test
    void aBodyThatDripsHoldsTheThreadNoLongerThanThePatienceAndTheStatusCounts() throws Exception {
        String beginning = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
        try (OddServer portal = new OddServer(OddServer.drip(beginning))) {
            assertTimeoutPreemptively(IN_TIME, () -> webhook(portal.address()).take(BATCH));
            assertTrue(portal.cut.await(10, TimeUnit.SECONDS), "the connection is ended");
        }
        try (OddServer portal = new OddServer(OddServer.drip(beginning.replace("200 OK", "500 NO")))) {
            assertNotTakenInTime(portal);
        }
    }

    @Test
    void aBodyWithoutEndIsReadNoFurtherThanItsBound() throws Exception {
        for (String length : List.of("Content-Length: 1000000000000", "X-Until: the end")) {
            try (OddServer portal = new OddServer(OddServer.flood("HTTP/1.1 202 OK\r\n" + length + "\r\n\r\n"))) {
                assertTimeoutPreemptively(
                        IN_TIME, () -> webhook(portal.address()).take(BATCH));
                assertTrue(portal.cut.await(10, TimeUnit.SECONDS), "the connection is ended");
                assertTrue(portal.written.get() < 16_000_000, "what fills buffers, and no more: " + portal.written);
            }
        }
    }

    @Test
    void whoGivesUpEndsTheCallThatIsUnderWayAndEachLaterOne() throws Exception {
        try (OddServer portal = new OddServer(OddServer.silent())) {
            Webhook webhook = webhook(portal.address(), Duration.ofSeconds(60));
            CompletableFuture<Void> call = CompletableFuture.runAsync(() -> webhook.take(BATCH));
            webhook.giveUp();
            assertThrows(Exception.class, () -> call.get(10, TimeUnit.SECONDS));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThrows(NotTaken.class, () -> webhook.take(BATCH)));
        }
    }

    private static void assertNotTakenInTime(OddServer.Manners manners) throws Exception {
        try (OddServer portal = new OddServer(manners)) {
            assertNotTakenInTime(portal);
        }
    }

    private static void assertNotTakenInTime(OddServer portal) {
        assertTimeoutPreemptively(
                IN_TIME,
                () -> assertThrows(
                        NotTaken.class, () -> webhook(portal.address()).take(BATCH)));
    }

    private static Webhook webhook(URI address) {
        return webhook(address, PATIENCE);
    }

    private static Webhook webhook(URI address, Duration patience) {
        try {
            return new Webhook(address, SSLContext.getDefault(), patience, seal.sealer());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
