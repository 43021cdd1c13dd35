package io.renkei.holdings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.spi.HoldingsSource;
import io.renkei.connector.privatedelivery.internal.RealConnector;
import io.renkei.format.deduction.internal.DeductionReader;
import io.renkei.journal.jdbc.internal.RealStores;
import io.renkei.ports.holdings.Holdings;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.sandbox.internal.RunningSandbox;
import io.renkei.sandbox.internal.TestKeys;
import io.renkei.trust.internal.RealTrust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The kernel on a real store, with two simulated services over mutual TLS. */
final class Portal implements AutoCloseable {

    static final SiteId POST = new SiteId("my-post");
    static final SiteId BOX = new SiteId("e-box");
    static final int YEAR = LocalDate.now(Clock.system(ZoneId.of("Asia/Tokyo"))).getYear();

    private static final Duration LOOK = Duration.ofMillis(50);

    final MemoryLinks links = new MemoryLinks();
    final List<HoldingsSource> sources = new CopyOnWriteArrayList<>();
    final RealStores journal;
    final RunningSandbox sandbox;
    volatile HoldingsSettings settings = settings(Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(20));
    volatile Set<X509Certificate> roots;
    volatile boolean areLinksAway;

    private final List<HoldingsSource> connectors = new ArrayList<>();
    private final List<Kernel> kernels = new ArrayList<>();
    private final Kernel kernel;

    Portal(Path folder) throws IOException, GeneralSecurityException {
        Path pki = folder.resolve("pki");
        TestKeys keys = TestKeys.in(pki);
        Files.setPosixFilePermissions(pki.resolve("gateway.pem"), PosixFilePermissions.fromString("rw-------"));
        roots = Set.of(certificate(pki.resolve("issuer-ca.pem")));
        journal = new RealStores(folder.resolve("journal"));
        sandbox = RunningSandbox.startSecure(pki, folder.resolve("ledger"), keys);
        connectors.add(RealConnector.at(
                sandbox.url() + "/private-delivery/mypost", "mypost", "my-post", pki, RealTrust.tls()));
        connectors.add(
                RealConnector.at(sandbox.url() + "/private-delivery/ebox", "ebox", "e-box", pki, RealTrust.tls()));
        sources.addAll(connectors);
        kernel = kernel();
        kernel.start();
    }

    /** One more node on the same store, which does not run by itself. */
    Kernel kernel() {
        TrustAnchors anchors = purpose -> purpose.equals("certificate-issuer") ? roots : Set.of();
        Kernel made = new Kernel(
                new Kernel.Ground(journal.holdings(), journal.contents(), this::links, RealTrust.signatures(), anchors),
                () -> sources,
                () -> List.of(new DeductionReader()),
                () -> settings,
                Clock.systemUTC(),
                LOOK);
        kernels.add(made);
        return made;
    }

    private Links links() {
        if (areLinksAway) {
            throw new StateUnavailable("away", null);
        }
        return links;
    }

    static HoldingsSettings settings(Duration giveUp, Duration keep, Duration answer) {
        List<String> faults = new ArrayList<>();
        AllowedIssuers issuers = AllowedIssuers.read(
                Map.of(
                        "signer.8999999999901",
                        "subject:CN=seal-insurer",
                        "signer.7999999999902",
                        "subject:CN=seal-bank"),
                faults);
        return new HoldingsSettings(
                Set.of(),
                answer,
                4,
                1_048_576,
                giveUp,
                Duration.ofMillis(100),
                keep,
                Duration.ofDays(1),
                Period.ofYears(7),
                issuers);
    }

    Holdings holdings() {
        return kernel.holdings();
    }

    Kernel running() {
        return kernel;
    }

    AccountId somebody() {
        return new AccountId(UUID.randomUUID());
    }

    /** What the service knows: by id of what was opened, when. */
    JsonNode opened(String service, Link link) {
        return sandbox.order("private-delivery/look", order(service, link, "")).path("read");
    }

    void put(String service, Link link, String id, String kind, int year, byte[] document) {
        sandbox.order(
                "private-delivery/put",
                order(
                        service,
                        link,
                        ",\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"year\":" + year
                                + ",\"sender\":\"insurer\",\"title\":\"証明書\",\"document\":\""
                                + Base64.getEncoder().encodeToString(document) + "\""));
    }

    void flaw(String service, String holding, String flaw) {
        sandbox.order(
                "private-delivery/flaw",
                "{\"service\":\"" + service + "\",\"holding\":\"" + holding + "\",\"flaw\":\"" + flaw + "\"}");
    }

    void forget(String service, Link link) {
        sandbox.order("private-delivery/forget", order(service, link, ""));
    }

    private static String order(String service, Link link, String more) {
        return "{\"service\":\"" + service + "\",\"subject\":\"" + link.subject() + "\"" + more + "}";
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Override
    public void close() throws IOException {
        kernels.forEach(Kernel::close);
        connectors.forEach(RealConnector::stop);
        sandbox.close();
        journal.close();
    }
}
