package io.renkei.trust.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.trust.TrustAnchors;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Publishes the anchors. */
@Component(
        service = {TrustAnchors.class, HealthSource.class},
        configurationPid = TrustConfig.PID)
public final class TrustAnchorFiles implements TrustAnchors, HealthSource {

    private final AnchorFiles files;
    private final Duration warning;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public TrustAnchorFiles(BundleContext bundles, TrustConfig config) {
        this.files = new AnchorFiles(directory(bundles, config), System::nanoTime);
        this.warning = Duration.ofDays(config.expiry_warning_days());
    }

    static Path directory(BundleContext bundles, TrustConfig config) {
        return config.anchors_directory().isBlank()
                ? Path.of(bundles.getProperty("karaf.etc"), "trust")
                : Path.of(config.anchors_directory());
    }

    @Override
    public Set<X509Certificate> anchors(String purpose) {
        return files.anchors(purpose);
    }

    @Override
    public List<Finding> findings() {
        return files.findings(clock.instant(), warning);
    }
}
