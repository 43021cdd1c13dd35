package io.renkei.door.tls.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.health.Finding;
import io.renkei.testkit.TestAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of the doors are replaced while callers call. {@code -Drenkei.rotations=20} for more of them. */
class DoorsTest {

    private static final int ROTATIONS = Integer.getInteger("renkei.rotations", 3);
    private static final int CALLERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<BigInteger> shown = ConcurrentHashMap.newKeySet();
    private final Server server = new Server();
    private TestAuthority ca;
    private Path own;
    private Path callers;
    private Doors doors;
    private URI url;

    @BeforeEach
    void start() throws Exception {
        ca = new TestAuthority("one");
        own = folder.resolve("gateway.p12");
        callers = folder.resolve("clients.p12");
        TestAuthority.put(own, TestAuthority.store(ca.issue("door 0")));
        TestAuthority.put(callers, TestAuthority.authorities(ca));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(own.toString());
        tls.setKeyStorePassword(TestAuthority.PASSWORD);
        tls.setTrustStorePath(callers.toString());
        tls.setTrustStorePassword(TestAuthority.PASSWORD);
        tls.setNeedClientAuth(true);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(200);
                callback.succeeded();
                return true;
            }
        });
        server.start();
        url = URI.create("https://127.0.0.1:" + connector.getLocalPort() + "/");
        doors = new Doors(
                new StoreFile(own, TestAuthority.PASSWORD),
                new StoreFile(callers, TestAuthority.PASSWORD),
                Duration.ofDays(30),
                Clock.systemUTC());
        doors.serve(server);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        server.stop();
    }

    @Test
    void losesNoCallWhileItsCertificateIsReplaced() throws Exception {
        HttpClient client = client(ca.client(ca.issue("caller")));
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Long>> load = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            load.add(threads.submit(() -> {
                long calls = 0;
                for (; !done.get(); calls++) {
                    assertEquals(200, call(client));
                }
                return calls;
            }));
        }
        for (int i = 1; i <= ROTATIONS; i++) {
            TestAuthority.Issued next = ca.issue("door " + i);
            TestAuthority.put(own, TestAuthority.store(next));
            TestAuthority.put(callers, TestAuthority.authorities(ca, new TestAuthority("further " + i)));
            lookTwice();
            await().atMost(PATIENCE)
                    .until(() -> shown.contains(next.certificate().getSerialNumber()));
        }
        done.set(true);
        long calls = 0;
        for (Future<Long> each : load) {
            calls += each.get();
        }
        System.out.println(ROTATIONS + " rotations of a door, " + calls + " calls, none failed");
        assertTrue(calls > ROTATIONS);
    }

    @Test
    void aConnectionOfBeforeEndsWithItsNextAnswer() throws Exception {
        HttpClient client = client(ca.client(ca.issue("caller")));
        call(client);
        TestAuthority.Issued next = ca.issue("next");
        TestAuthority.put(own, TestAuthority.store(next));
        lookTwice();
        call(client);
        shown.clear();
        call(client);
        assertEquals(Set.of(next.certificate().getSerialNumber()), shown);
    }

    @Test
    void callersAuthoritiesFollowTheirFileBothWays() throws Exception {
        TestAuthority other = new TestAuthority("two");
        SSLContext stranger = ca.client(other.issue("stranger"));
        assertThrows(IOException.class, () -> call(client(stranger)));
        TestAuthority.put(callers, TestAuthority.authorities(ca, other));
        lookTwice();
        HttpClient client = client(stranger);
        assertEquals(200, call(client));
        TestAuthority.put(callers, TestAuthority.authorities(ca));
        lookTwice();
        // Its kept connection ends with this answer; there is no session that it could resume.
        assertEquals(200, call(client));
        assertThrows(IOException.class, () -> call(client));
    }

    @Test
    void whatCannotBeUsedKeepsTheOldAndHealthSaysSo() throws Exception {
        HttpClient client = client(ca.client(ca.issue("caller")));
        call(client);
        Set<BigInteger> before = Set.copyOf(shown);
        Files.writeString(own, "half");
        lookTwice();
        assertEquals(Finding.Level.WARNING, doors.findings().get(0).level());
        TestAuthority.Issued one = ca.issue("pair");
        TestAuthority.put(
                own,
                TestAuthority.store(new TestAuthority.Issued(
                        one.pair(), ca.issue("not its own").certificate())));
        lookTwice();
        assertEquals(Finding.Level.WARNING, doors.findings().get(0).level());
        assertEquals(200, call(client(ca.client(ca.issue("caller")))));
        assertEquals(before, shown);
        TestAuthority.put(own, TestAuthority.store(one));
        lookTwice();
        assertEquals(Finding.Level.OK, doors.findings().get(0).level());
        assertFalse(doors.findings().isEmpty());
    }

    private void lookTwice() {
        doors.look();
        doors.look();
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private int call(HttpClient client) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(url)
                        .timeout(Duration.ofSeconds(10))
                        .POST(HttpRequest.BodyPublishers.ofString("hello"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        X509Certificate door =
                (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        shown.add(door.getSerialNumber());
        return answer.statusCode();
    }
}
