package io.renkei.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.renkei.ports.health.Finding;
import io.renkei.testkit.TestAuthority;
import io.renkei.trust.internal.PemTls;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and authorities are replaced while calls go on. {@code -Drenkei.rotations=20} for more of them. */
class RotationTest {

    private static final int ROTATIONS = Integer.getInteger("renkei.rotations", 3);
    private static final int CALLERS = 4;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final PemTls tls = new PemTls();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<HttpsServer> servers = new ConcurrentLinkedQueue<>();

    /** Serial numbers of callers, each with the number of calls that came under it. */
    private final ConcurrentHashMap<BigInteger, AtomicLong> callers = new ConcurrentHashMap<>();

    private TestAuthority ca;
    private Path trusted;
    private Path identity;

    @BeforeEach
    void makeKeys() throws Exception {
        ca = new TestAuthority("one");
        trusted = folder.resolve("ca.pem");
        identity = folder.resolve("own.pem");
        TestAuthority.put(trusted, TestAuthority.pem(ca.certificate()));
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    @Test
    void losesNoCallWhileTheIdentityIsReplaced() throws Exception {
        TestAuthority.put(identity, TestAuthority.pem(ca.issue("own 0")));
        URI url = serve(ca.server());
        SSLContext context = tls.client(trusted, Optional.of(identity));
        try (ConnectorHttp http = new ConnectorHttp("test", Optional.of(context), CALLERS, 1000, KEPT);
                ConnectorHttp.Client client = http.client(CONNECT, CONNECT)) {
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Long>> load = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                load.add(threads.submit(() -> {
                    long calls = 0;
                    for (; !done.get(); calls++) {
                        assertEquals(200, post(client, url));
                    }
                    return calls;
                }));
            }
            Set<BigInteger> issued = ConcurrentHashMap.newKeySet();
            for (int i = 1; i <= ROTATIONS; i++) {
                TestAuthority.Issued next = ca.issue("own " + i);
                TestAuthority.put(identity, TestAuthority.pem(next));
                BigInteger serial = next.certificate().getSerialNumber();
                issued.add(serial);
                await().atMost(PATIENCE).until(() -> callers.containsKey(serial));
            }
            long before = total(issued);
            await().atMost(PATIENCE).until(() -> total(issued) > before);
            done.set(true);
            long calls = 0;
            for (Future<Long> each : load) {
                calls += each.get();
            }
            assertTrue(callers.keySet().containsAll(issued));
            assertEquals(
                    calls, callers.values().stream().mapToLong(AtomicLong::get).sum());
            System.out.println(ROTATIONS + " rotations, " + calls + " calls, none failed");
        }
    }

    @Test
    void aKeptConnectionOfBeforeIsNotUsedForEver() throws Exception {
        TestAuthority.put(identity, TestAuthority.pem(ca.issue("own")));
        URI url = serve(ca.server());
        SSLContext context = tls.client(trusted, Optional.of(identity));
        try (ConnectorHttp http = new ConnectorHttp("test", Optional.of(context), 1, 1000, KEPT);
                ConnectorHttp.Client client = http.client(CONNECT, CONNECT)) {
            post(client, url);
            TestAuthority.Issued next = ca.issue("next");
            TestAuthority.put(identity, TestAuthority.pem(next));
            await().atMost(PATIENCE).until(() -> {
                post(client, url);
                return callers.containsKey(next.certificate().getSerialNumber());
            });
            long old = total(callers.keySet()) - total(Set.of(next.certificate().getSerialNumber()));
            for (int i = 0; i < 5; i++) {
                post(client, url);
            }
            assertEquals(
                    old,
                    total(callers.keySet()) - total(Set.of(next.certificate().getSerialNumber())));
        }
    }

    @Test
    void aHalfRotatedPairAndABrokenFileKeepTheOldIdentityAndHealthSaysSo() throws Exception {
        TestAuthority.Issued own = ca.issue("own");
        TestAuthority.put(identity, TestAuthority.pem(own));
        URI url = serve(ca.server());
        SSLContext context = tls.client(trusted, Optional.of(identity));
        TestAuthority.Issued next = ca.issue("next");
        for (String bad : List.of(TestAuthority.pem(next.pair(), own.certificate()), "no PEM", "")) {
            TestAuthority.put(identity, bad);
            await().atMost(PATIENCE).until(() -> warned());
            assertEquals(200, postOnce(context, url));
            TestAuthority.put(identity, TestAuthority.pem(own));
            await().atMost(PATIENCE).until(() -> !warned());
        }
        assertEquals(Set.of(own.certificate().getSerialNumber()), callers.keySet());
    }

    @Test
    void trustFollowsItsFileBothWays() throws Exception {
        TestAuthority.put(identity, TestAuthority.pem(ca.issue("own")));
        TestAuthority other = new TestAuthority("two");
        URI url = serve(other.server());
        SSLContext context = tls.client(trusted, Optional.empty());
        assertThrows(NotSent.class, () -> postOnce(context, url));
        TestAuthority.put(trusted, TestAuthority.pem(ca.certificate()) + TestAuthority.pem(other.certificate()));
        await().atMost(PATIENCE).until(() -> trusts(context, url));
        TestAuthority.put(trusted, TestAuthority.pem(ca.certificate()));
        await().atMost(PATIENCE).until(() -> !trusts(context, url));
    }

    private boolean trusts(SSLContext context, URI url) throws IOException {
        try {
            return postOnce(context, url) == 200;
        } catch (NotSent e) {
            return false;
        }
    }

    private boolean warned() {
        return tls.findings().stream().anyMatch(each -> each.level() == Finding.Level.WARNING);
    }

    private long total(Set<BigInteger> serials) {
        return serials.stream()
                .mapToLong(each -> callers.getOrDefault(each, new AtomicLong()).get())
                .sum();
    }

    private static int postOnce(SSLContext context, URI url) throws IOException {
        try (ConnectorHttp http = new ConnectorHttp("once", Optional.of(context), 1, 1000);
                ConnectorHttp.Client client = http.client(CONNECT, CONNECT)) {
            return post(client, url);
        }
    }

    private static int post(ConnectorHttp.Client client, URI url) throws IOException {
        HttpPost request = new HttpPost(url);
        request.setEntity(new StringEntity("hello", ContentType.TEXT_PLAIN));
        return client.http().execute(request, response -> {
            EntityUtils.consume(response.getEntity());
            return response.getCode();
        });
    }

    private URI serve(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setWantClientAuth(true);
                connection.setSSLParameters(parameters);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            caller((HttpsExchange) exchange);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void caller(HttpsExchange exchange) {
        try {
            X509Certificate shown = (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
            callers.computeIfAbsent(shown.getSerialNumber(), serial -> new AtomicLong())
                    .incrementAndGet();
        } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
            callers.computeIfAbsent(BigInteger.ZERO, serial -> new AtomicLong()).incrementAndGet();
        }
    }
}
