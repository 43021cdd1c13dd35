package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.trust.EvidenceSealer;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the seal. With a key that others can read it does not start; the verifiers do. */
@Component(
        service = {ReceiptSealer.class, Sealer.class, EvidenceSealer.class, HealthSource.class},
        configurationPid = TrustConfig.PID,
        immediate = true)
@Designate(ocd = TrustConfig.class)
public final class TrustSealer implements ReceiptSealer, Sealer, EvidenceSealer, HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(TrustSealer.class);

    private final LiveSeal seal;
    private final Looks looks;
    private final Duration warning;

    @Activate
    public TrustSealer(BundleContext bundles, TrustConfig config) {
        Path directory = config.seal_directory().isBlank()
                ? Path.of(bundles.getProperty("karaf.data"), "keys")
                : Path.of(config.seal_directory());
        try {
            this.seal = new LiveSeal(directory, Duration.ofDays(config.seal_key_days()), Clock.systemUTC());
        } catch (SealUnavailable e) {
            LOG.error("Nothing can be sealed: {}", e.getMessage());
            throw e;
        }
        this.warning = Duration.ofDays(config.expiry_warning_days());
        this.looks = new Looks("renkei-seal-keys", seal::look);
    }

    @Activate
    void begin() {
        looks.begin();
    }

    @Deactivate
    void close() {
        looks.close();
    }

    @Override
    public List<Finding> findings() {
        return seal.findings(warning);
    }

    @Override
    public String seal(String type, byte[] payload) {
        return seal.now().seal(type, payload);
    }

    @Override
    public String jwks() {
        return seal.now().jwks();
    }

    @Override
    public String sealDetached(String type, byte[] payload) {
        return seal.now().sealDetached(type, payload);
    }

    @Override
    public byte[] sealXml(byte[] document, XmlSeal what) {
        return seal.now().sealXml(document, what);
    }

    @Override
    public InputStream container(List<Entry> entries, Instant at) {
        return seal.now().container(entries, at);
    }

    @Override
    public X509Certificate certificate() {
        return seal.now().certificate();
    }

    @Override
    public List<X509Certificate> certificates() {
        return seal.now().certificates();
    }
}
