package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustAnchors;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Publishes the anchors. */
@Component(service = TrustAnchors.class, configurationPid = TrustConfig.PID)
public final class TrustAnchorFiles implements TrustAnchors {

    private final TrustAnchors files;

    @Activate
    public TrustAnchorFiles(BundleContext bundles, TrustConfig config) {
        Path directory = config.anchors_directory().isBlank()
                ? Path.of(bundles.getProperty("karaf.etc"), "trust")
                : Path.of(config.anchors_directory());
        this.files = new AnchorFiles(directory, System::nanoTime);
    }

    @Override
    public Set<X509Certificate> anchors(String purpose) {
        return files.anchors(purpose);
    }
}
