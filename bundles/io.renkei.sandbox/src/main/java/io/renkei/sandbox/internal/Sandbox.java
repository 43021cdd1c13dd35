package io.renkei.sandbox.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** All simulators on one server. */
final class Sandbox implements AutoCloseable {

    private final SandboxSettings settings;
    private final Ledger ledger;
    private final Faults faults;
    private final Push push;
    private final SandboxServer server;

    /**
     * Opens the ledger and takes the port; nothing is answered and nothing pushed before {@link #start}.
     *
     * @throws IOException if the ledger cannot be opened or the port is taken
     * @throws IllegalArgumentException naming the file of the keys that cannot be used
     */
    Sandbox(SandboxSettings settings, Clock clock) throws IOException {
        this.settings = settings;
        ledger = Ledger.open(settings.ledger(), clock);
        faults = new Faults(new SecureRandom());
        Seals seals = new Seals(settings.pki());
        Progress progress = Progress.every(clock, ledger, settings.pause());
        Parts parts = new Parts(
                clock,
                ledger,
                faults,
                progress,
                new CaseOrders(ledger),
                new OfficialDocuments(seals),
                new GatewaySeals(gatewayCertificates(clock)),
                Pem.certificates(settings.pki().resolve("applicant-ca.pem")));
        List<Simulator> simulators = new ArrayList<>(simulators(parts, seals, settings));
        GatewayCourier courier = new GatewayCourier(settings.gateway(), this::client);
        push = new Push(
                ledger,
                progress,
                clock,
                courier,
                simulators.stream()
                        .filter(Pushing.class::isInstance)
                        .map(Pushing.class::cast)
                        .toList());
        simulators.add(new TimestampSimulator(faults, settings.pki(), clock));
        PaymentOrders payments = new PaymentOrders(ledger, courier);
        DocumentOrders documents = new DocumentOrders(ledger, parts.documents(), courier, clock);
        simulators.add(new Control(
                ledger,
                faults,
                List.of(parts.caseOrders().orders(), payments.orders(), documents.orders()),
                simulators));
        server = new SandboxServer(
                settings.address(), settings.secure() ? Optional.of(tls("sandbox")) : Optional.empty(), simulators);
    }

    /** The simulators: a new one is one more line here. */
    private static List<Simulator> simulators(Parts parts, Seals seals, SandboxSettings settings) {
        return List.of(
                new EgovSimulator(parts, settings.tokenLife()),
                new EtaxSimulator(parts, settings.etaxPush()),
                new EltaxSimulator(parts),
                new SocietySimulator(parts),
                new DeskSimulator(parts),
                new StoreSimulator(),
                new AgencySimulator(parts),
                new LinkageCodeSimulator(parts),
                new PrivateDeliverySimulator(parts, seals),
                new PortalSimulator(parts.ledger(), parts.gatewaySeals()));
    }

    void start() {
        push.start();
        server.start();
    }

    Ledger ledger() {
        return ledger;
    }

    Faults faults() {
        return faults;
    }

    /** Without a slash at the end. */
    String url() {
        return server.url();
    }

    @Override
    public void close() throws IOException {
        server.close();
        push.close();
        faults.close();
        ledger.close();
    }

    private GatewaySeals.GatewayCertificates gatewayCertificates(Clock clock) {
        if (settings.gatewaySeal().isPresent()) {
            return GatewaySeals.GatewayCertificates.fixed(
                    Pem.certificates(settings.gatewaySeal().get()));
        }
        return new GatewayJwks(client("ministry-e-tax"), settings.gateway().resolve("/v1/jwks"), clock);
    }

    private HttpClient client(String identity) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        if (settings.secure()) {
            client.sslContext(tls(identity));
        }
        return client.build();
    }

    private SSLContext tls(String identity) {
        Path pki = settings.pki();
        List<X509Certificate> trusted = Pem.certificates(pki.resolve("ca.pem"));
        return Pem.tls(Pem.identity(pki.resolve(identity + ".pem")), trusted);
    }
}
