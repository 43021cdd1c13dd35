package io.renkei.sandbox.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Runs the provider of company accounts and the linked sites while the sandbox's bundle is active; browsers come to them, and show no
 * certificate.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = CompanyAccountsConfig.PID)
@Designate(ocd = CompanyAccountsConfig.class)
public final class CompanyAccountsComponent {

    /** The client's secret, which the gateway reads as well. */
    static final String SECRET = "company-client.secret";

    private final SandboxServer server;

    @Activate
    public CompanyAccountsComponent(BundleContext context, CompanyAccountsConfig config) throws IOException {
        Path pki = SandboxComponent.directory(config.pki_directory(), context, "karaf.etc", "pki");
        CompanyAccounts.Client client = new CompanyAccounts.Client(
                config.client_id(),
                Files.readString(pki.resolve(SECRET), StandardCharsets.US_ASCII).strip(),
                URI.create(config.client_redirect()));
        URI own = URI.create("https://" + config.host() + ":" + config.port());
        URI portal = URI.create("https://" + client.redirect().getAuthority());
        server = SandboxServer.forBrowsers(
                new InetSocketAddress(config.host(), config.port()),
                Pem.tls(Pem.identity(pki.resolve("sandbox.pem")), Pem.certificates(pki.resolve("ca.pem"))),
                List.of(
                        new CompanyAccounts(own.resolve(CompanyAccounts.PATH), client, Clock.systemUTC()),
                        SiteSimulator.of(portal, own, pki, Clock.systemUTC())));
        server.start();
    }

    @Deactivate
    void stop() {
        server.close();
    }
}
