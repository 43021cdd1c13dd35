package io.renkei.door.soap.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.Sealer;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Partners;
import io.renkei.ports.access.Role;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.doors.FakeIntake;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.RetentionStore;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.testkit.TestAuthority;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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

/** The door on a real server with mutual TLS on a free port, one for all tests; each test has a kernel of its own. */
final class Door {

    static final SoapSettings SETTINGS = new SoapSettings(300_000, Duration.ofSeconds(10), 4096, MessageSigners.NONE);

    volatile FakeKernel kernel;
    volatile MessageSigners signers = MessageSigners.NONE;
    final int port;
    private static final TestAuthority AUTHORITY = new TestAuthority("Test");
    private static final Map<String, TestAuthority.Issued> IDENTITIES = new ConcurrentHashMap<>();
    private static final Map<String, SSLContext> CONTEXTS = new ConcurrentHashMap<>();
    private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();
    private static final List<Door> SHARED = new ArrayList<>();
    private final Server server = new Server();
    private final Endpoints endpoints =
            new Endpoints(new Kernels(), this::settings, Clock.fixed(FakeIntake.NOW, ZoneOffset.UTC));

    Door() {
        fresh();
        ServerConnector connector = connector();
        server.addConnector(connector);
        server.setHandler(context());
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        this.port = connector.getLocalPort();
    }

    static synchronized Door shared() {
        if (SHARED.isEmpty()) {
            SHARED.add(new Door());
        }
        return SHARED.get(0);
    }

    private SoapSettings settings() {
        return new SoapSettings(SETTINGS.bodyMaxBytes(), SETTINGS.bodyTimeout(), SETTINGS.headersMaxChars(), signers);
    }

    void fresh() {
        kernel = new FakeKernel();
        signers = MessageSigners.NONE;
        know("acme", Set.of(Role.SUBMITTER));
        know("beta", Set.of(Role.SUBMITTER));
        know("portal", Set.of(Role.PORTAL));
        know("ministry", Set.of(Role.MINISTRY), new DestinationId("hello-work"));
        know("operator", Set.of(Role.OPERATOR));
    }

    private void know(String name, Set<Role> roles, DestinationId... destinations) {
        kernel.partners.known.put(
                identity(name).certificate(), new Caller(new PartnerId(name), roles, Set.of(destinations)));
    }

    private ServerConnector connector() {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(AUTHORITY.server());
        tls.setWantClientAuth(true);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16384);
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        return connector;
    }

    private ServletContextHandler context() {
        ServletContextHandler context = new ServletContextHandler();
        Guard guard = new Guard(new Kernels(), () -> SETTINGS, System::nanoTime);
        context.addFilter(new FilterHolder(guard), "/soap/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(endpoints.servlet()), "/soap/*");
        context.addServlet(new ServletHolder(endpoints.servlet()), "/unguarded/*");
        return context;
    }

    static TestAuthority.Issued identity(String name) {
        return IDENTITIES.computeIfAbsent(name, AUTHORITY::issue);
    }

    static SSLContext tls(String who) {
        return CONTEXTS.computeIfAbsent(
                who, name -> name.equals("nobody") ? AUTHORITY.client() : AUTHORITY.client(identity(name)));
    }

    HttpResponse<byte[]> send(String who, String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
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

    /** The kernel of the present test. */
    private final class Kernels implements Ports {

        @Override
        public Partners partners() {
            return kernel.partners();
        }

        @Override
        public SubmitApplication intake() {
            return kernel.intake();
        }

        @Override
        public CorrectFiling corrections() {
            return kernel.corrections();
        }

        @Override
        public FollowUpStore followUps() {
            return kernel.followUps();
        }

        @Override
        public ApplicationStore applications() {
            return kernel.applications();
        }

        @Override
        public NoticeStore notices() {
            return kernel.notices();
        }

        @Override
        public NoticePeriods periods() {
            return kernel.periods();
        }

        @Override
        public RetentionStore retention() {
            return kernel.retention();
        }

        @Override
        public PaymentStore payments() {
            return kernel.payments();
        }

        @Override
        public RequestPayment requestPayment() {
            return kernel.requestPayment();
        }

        @Override
        public ReceiveNotice receiver() {
            return kernel.receiver();
        }

        @Override
        public ContentStore content() {
            return kernel.content();
        }

        @Override
        public Sealer sealer() {
            return kernel.sealer();
        }

        @Override
        public Catalogue catalogue() {
            return kernel.catalogue();
        }
    }
}
