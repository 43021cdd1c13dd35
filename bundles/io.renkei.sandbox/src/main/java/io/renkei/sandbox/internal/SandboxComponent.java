package io.renkei.sandbox.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Runs the sandbox while its bundle is active. */
@Component(
        service = {},
        immediate = true,
        configurationPid = SandboxConfig.PID)
@Designate(ocd = SandboxConfig.class)
public final class SandboxComponent {

    private final Sandbox sandbox;

    @Activate
    public SandboxComponent(BundleContext context, SandboxConfig config) throws IOException {
        sandbox = new Sandbox(settings(context, config), Clock.systemUTC());
        sandbox.start();
    }

    @Deactivate
    void stop() throws IOException {
        sandbox.close();
    }

    private static SandboxSettings settings(BundleContext context, SandboxConfig config) {
        return new SandboxSettings(
                new InetSocketAddress(config.host(), config.port()),
                true,
                directory(config.pki_directory(), context, "karaf.etc", "pki"),
                directory(config.ledger_directory(), context, "karaf.data", "sandbox"),
                URI.create(config.gateway_url()),
                config.gateway_seal().isEmpty() ? Optional.empty() : Optional.of(Path.of(config.gateway_seal())),
                Duration.ofMillis(config.pause_millis()),
                Duration.ofMillis(config.token_life_millis()),
                EtaxSimulator.Way.named(config.push_etax()));
    }

    static Path directory(String given, BundleContext context, String base, String name) {
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        String root = context.getProperty(base);
        return Path.of(root == null ? "." : root, name);
    }
}
