package io.renkei.door.oidc.internal;

import io.renkei.door.oidc.fakes.FakeHandovers;
import io.renkei.door.oidc.fakes.FakeLinks;
import io.renkei.door.oidc.fakes.FakePages;
import io.renkei.door.oidc.fakes.FakeSessions;
import io.renkei.door.oidc.fakes.FakeSites;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.access.Listener;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.testkit.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The provider on a real server with the listeners of people and, for guards, that of partners; on real stores. Each request is answered by
 * the other one of two nodes than the one before, so that whatever a node knew alone would be missed.
 */
final class Gateway implements AutoCloseable {

    /** Of each site, at each node; the minute does not pass. */
    static final int PER_MINUTE = 100;

    static final int NODES = 2;

    final MovedClock clock = new MovedClock();
    final FakeSites sites = new FakeSites();
    final FakeSessions sessions = new FakeSessions();
    final FakeLinks links = new FakeLinks(clock);
    final FakeHandovers handovers = new FakeHandovers(sites, clock);
    final FakePages pages;
    final RealStores stores;
    final TestAuthority authority;
    final OidcSettings settings;
    final URI doors;

    /** It keeps no cookies. */
    final HttpClient http;

    private final Server server = new Server();
    private final List<Provider> nodes = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Gateway(Path folder) throws Exception {
        this(folder, DpopNonces.TOKEN);
    }

    Gateway(Path folder, DpopNonces nonces) throws Exception {
        authority = new TestAuthority("provider");
        stores = new RealStores(folder);
        pages = new FakePages(stores::interactions, sessions, links, handovers, clock);
        SSLContext tls = authority.server();
        settings = new OidcSettings(
                URI.create("https://127.0.0.1:" + listen(tls, Optional.of(Listener.PEOPLE))),
                Optional.of(URI.create("https://127.0.0.1:" + listen(tls, Optional.of(Listener.PEOPLE_TLS)))),
                Optional.empty(),
                Duration.ofMinutes(5),
                Duration.ofDays(30),
                Duration.ofDays(90),
                nonces,
                PER_MINUTE,
                65536,
                64);
        doors = URI.create("https://127.0.0.1:" + listen(tls, Optional.empty()));
        for (int i = 0; i < NODES; i++) {
            nodes.add(node());
        }
        nodes.forEach(Provider::begin);
        http = HttpClient.newBuilder()
                .sslContext(authority.client(authority.issue("caller")))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder door = new ServletHolder(new Door(() -> Optional.of(next()), System::nanoTime));
        context.addServlet(door, "/oidc/*");
        context.addServlet(door, "/.well-known/openid-configuration");
        context.addServlet(new ServletHolder(pages), "/people/requests/*");
        server.setHandler(context);
        server.start();
    }

    private Provider next() {
        return nodes.get(turn.getAndIncrement() % NODES);
    }

    private Provider node() throws Exception {
        return new Provider(
                settings,
                new Ports(
                        stores.artefacts(),
                        stores.grants(),
                        stores.keys(),
                        stores.words(),
                        stores.interactions(),
                        sessions,
                        sites,
                        links,
                        handovers,
                        BouncyCastleProvider::new),
                Optional.of(new HttpsCaller(authority.client(authority.issue("provider")), Duration.ofSeconds(5))),
                clock,
                () -> 0L);
    }

    private int listen(SSLContext tls, Optional<Listener> listener) throws Exception {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        if (listener.filter(Listener.PEOPLE_TLS::equals).isPresent()) {
            factory.setWantClientAuth(true);
            factory.setSslContext(anyCertificate());
        } else {
            factory.setSslContext(tls);
        }
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        listener.ifPresent(name -> http.addCustomizer((request, headers) -> {
            request.setAttribute(Listener.ATTRIBUTE, name.name());
            return request;
        }));
        ServerConnector connector = new ServerConnector(server, factory, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        int port = free();
        connector.setPort(port);
        server.addConnector(connector);
        return port;
    }

    /** As the listener of io.renkei.door.tls: TLS proves that the caller has the key, and nothing more. */
    private SSLContext anyCertificate() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(TestAuthority.store(authority.issue("people-tls")), TestAuthority.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), SslContextFactory.TRUST_ALL_CERTS, null);
        return context;
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
        nodes.forEach(Provider::close);
        stores.close();
    }
}
