package io.renkei.door.tls.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.health.Finding;
import io.renkei.testkit.TestAuthority;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.util.converter.Converters;

/** Listeners of people on a real server: what they ask of callers, what they let through, and what they say of a request. */
class PeopleListenerTest {

    private static final String SAID = io.renkei.ports.access.Listener.ATTRIBUTE;

    @TempDir
    Path folder;

    private final Server server = new Server();
    private TestAuthority ca;
    private Path own;

    @BeforeEach
    void start() throws Exception {
        ca = new TestAuthority("web");
        own = folder.resolve("people.p12");
        TestAuthority.put(own, TestAuthority.store(ca.issue("people 0")));
        Path password = folder.resolve("people.p12.password");
        Files.writeString(password, TestAuthority.PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Object said = request.getAttribute(SAID);
                EndPoint.SslSessionData tls =
                        (EndPoint.SslSessionData) request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
                X509Certificate[] path = tls.peerCertificates();
                String answer = said + " " + (path == null ? "nobody" : path[0].getSubjectX500Principal());
                Content.Sink.write(response, true, answer, callback);
                return true;
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private PeopleListener listen(String kind, int port) throws Exception {
        PeopleListener listener = new PeopleListener(
                ListenerSettings.of(config(Map.of(
                        "kind",
                        kind,
                        "port",
                        port,
                        "keystore",
                        own.toString(),
                        "keystore.password",
                        "file:" + own + ".password"))),
                Clock.systemUTC());
        server.addConnector(listener.createConnector(server));
        return listener;
    }

    private static ListenerConfig config(Map<String, ?> settings) {
        return Converters.standardConverter().convert(settings).to(ListenerConfig.class);
    }

    private static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A caller that trusts the listener, and has a certificate of its own authority. */
    private HttpClient caller(String name) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        KeyStore store = TestAuthority.store(new TestAuthority("nobody knows").issue(name));
        keys.init(store, TestAuthority.PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(TestAuthority.authorities(ca));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Test
    void oneAsksForNoCertificateAndTheOtherTakesAnyAndHandsItOn() throws Exception {
        int people = free();
        int certificates = free();
        listen("people", people);
        listen("people-tls", certificates);
        server.start();
        HttpClient caller = caller("caller");
        assertEquals("PEOPLE nobody", get(caller, people, "/oidc/jwks").body());
        assertEquals(
                "PEOPLE_TLS CN=caller",
                get(caller, certificates, "/people/sign-in/certificate").body());
    }

    @Test
    void nothingButWhatIsForPeopleIsThere() throws Exception {
        int port = free();
        listen("people", port);
        server.start();
        HttpClient caller = caller("caller");
        for (String path : new String[] {
            "/v1/applications",
            "/soap/intake",
            "/",
            "/oidc",
            "/oidc/../v1/applications",
            "/people/%2e%2e/v1/x",
            "/%76%31/x"
        }) {
            assertTrue(get(caller, port, path).statusCode() >= 400, path);
        }
        assertEquals(200, get(caller, port, "/people/").statusCode());
        assertEquals(200, get(caller, port, "/.well-known/openid-configuration").statusCode());
    }

    @Test
    void itsCertificateIsReplacedWhileItServesAndABadFileChangesNothing() throws Exception {
        int port = free();
        PeopleListener listener = listen("people", port);
        server.start();
        TestAuthority.Issued next = ca.issue("people 1");
        TestAuthority.put(own, TestAuthority.store(next));
        listener.look();
        listener.look();
        assertEquals(next.certificate().getSerialNumber(), shown(port));
        Files.writeString(own, "half");
        listener.look();
        listener.look();
        assertEquals(next.certificate().getSerialNumber(), shown(port));
        assertEquals(Finding.Level.WARNING, listener.findings().get(0).level());
    }

    private BigInteger shown(int port) throws Exception {
        return ((X509Certificate) get(caller("caller"), port, "/people/")
                        .sslSession()
                        .orElseThrow()
                        .getPeerCertificates()[0])
                .getSerialNumber();
    }

    @Test
    void theCertificateOfTheDoorsIsNotGivenToIt() throws Exception {
        int port = free();
        listen("people", port);
        server.start();
        BigInteger before = shown(port);
        Path doorsOwn = folder.resolve("gateway.p12");
        Path callers = folder.resolve("clients.p12");
        TestAuthority.put(doorsOwn, TestAuthority.store(ca.issue("door 0")));
        TestAuthority.put(callers, TestAuthority.authorities(ca));
        Doors doors = new Doors(
                new StoreFile(doorsOwn, TestAuthority.PASSWORD),
                new StoreFile(callers, TestAuthority.PASSWORD),
                Duration.ofDays(30),
                Clock.systemUTC());
        doors.serve(server);
        TestAuthority.put(doorsOwn, TestAuthority.store(ca.issue("door 1")));
        doors.look();
        doors.look();
        assertEquals(before, shown(port));
    }

    @Test
    void aPortThatIsTakenIsCriticalAndAllFaultsOfAFileAreToldAtOnceWithoutItsPassword() throws Exception {
        PeopleListener listener = listen("people", free());
        assertEquals(Finding.Level.CRITICAL, listener.findings().get(0).level());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> ListenerSettings.of(config(Map.of("kind", "all", "port", 0, "keystore.password", "secret"))));
        assertEquals(4, refused.getMessage().lines().count(), refused.getMessage());
        assertFalse(refused.getMessage().contains("secret\n")
                || refused.getMessage().endsWith("secret"));
    }
}
