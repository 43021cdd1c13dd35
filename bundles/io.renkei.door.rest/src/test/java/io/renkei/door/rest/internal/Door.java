package io.renkei.door.rest.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Role;
import io.renkei.ports.doors.FakeIntake;
import io.renkei.testkit.TestAuthority;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The door on a real server with mutual TLS on a free port, with clients whose every answer is held against the contract. */
final class Door implements AutoCloseable {

    static final RestSettings SETTINGS = new RestSettings(100_000, Duration.ofSeconds(10), 4096);

    volatile FakeKernel kernel;
    final int port;
    private static final TestAuthority AUTHORITY = new TestAuthority("Test");
    private static final Map<String, TestAuthority.Issued> IDENTITIES = new ConcurrentHashMap<>();
    private static final Map<String, SSLContext> CONTEXTS = new ConcurrentHashMap<>();
    private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();
    private static final List<Door> SHARED = new ArrayList<>();
    private final Server server = new Server();
    private volatile Guard guard;

    Door() {
        this(Duration.ofSeconds(30));
    }

    Door(Duration idle) {
        fresh();
        ServerConnector connector = connector(idle);
        server.addConnector(connector);
        server.setHandler(context());
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        this.port = connector.getLocalPort();
    }

    /** The one for all tests that need none of their own; it lasts as long as the process. */
    static synchronized Door shared() {
        if (SHARED.isEmpty()) {
            SHARED.add(new Door());
        }
        return SHARED.get(0);
    }

    /** Has a kernel in which nothing has happened yet. */
    void fresh() {
        kernel = new FakeKernel();
        know("acme", Set.of(Role.SUBMITTER));
        know("beta", Set.of(Role.SUBMITTER));
        know("portal", Set.of(Role.PORTAL));
        know("city", Set.of(Role.PORTAL, Role.SUBMITTER));
        know("ministry", Set.of(Role.MINISTRY), new DestinationId("hello-work"));
        know("operator", Set.of(Role.OPERATOR));
        know("my-post", Set.of(Role.DELIVERY));
        know("nothing", Set.of());
        Routes routes = Table.of(kernel, Clock.fixed(FakeIntake.NOW, ZoneOffset.UTC));
        guard = new Guard(kernel, routes, () -> SETTINGS, System::nanoTime);
    }

    private void know(String name, Set<Role> roles, DestinationId... destinations) {
        kernel.partners.known.put(
                identity(name).certificate(), new Caller(new PartnerId(name), roles, Set.of(destinations)));
        if (roles.contains(Role.PORTAL)) {
            kernel.partners.portals.add(new PartnerId(name));
        }
    }

    private ServerConnector connector(Duration idle) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(AUTHORITY.server());
        tls.setWantClientAuth(true);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16384);
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(idle.toMillis());
        return connector;
    }

    private ServletContextHandler context() {
        ServletContextHandler context = new ServletContextHandler();
        Filter current = (request, response, chain) -> guard.doFilter(request, response, chain);
        context.addFilter(new FilterHolder(current), "/v1/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Api()), "/v1/*");
        return context;
    }

    private static TestAuthority.Issued identity(String name) {
        return IDENTITIES.computeIfAbsent(name, AUTHORITY::issue);
    }

    static SSLContext tls(String who) {
        return CONTEXTS.computeIfAbsent(
                who, name -> name.equals("nobody") ? AUTHORITY.client() : AUTHORITY.client(identity(name)));
    }

    HttpResponse<byte[]> get(String who, String path, String... headers) {
        return send(who, "GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<byte[]> post(String who, String path, String body, String... headers) {
        return send(who, "POST", path, BodyPublishers.ofString(body), headers);
    }

    HttpResponse<byte[]> send(String who, String method, String path, BodyPublisher body, String... headers) {
        HttpResponse<byte[]> response = raw(who, method, path, body, headers);
        Contract.check(method, path, response);
        return response;
    }

    /** Without the contract, for what the HTTP layer may answer itself. */
    HttpResponse<byte[]> raw(String who, String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(10))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client(who).send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpClient client(String who) {
        return CLIENTS.computeIfAbsent(
                who, name -> HttpClient.newBuilder().sslContext(tls(name)).build());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
