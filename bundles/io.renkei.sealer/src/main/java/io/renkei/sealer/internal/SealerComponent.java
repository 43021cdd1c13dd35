package io.renkei.sealer.internal;

import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.trust.ReceiptSealer;
import io.renkei.ports.trust.Timestamps;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.sealer.internal.SealerSettings.AuthoritySettings;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the sealer as its file says. A change that cannot be used leaves the settings of before in use. */
@Component(service = HealthSource.class, immediate = true, configurationPid = SealerConfig.PID)
@Designate(ocd = SealerConfig.class)
public final class SealerComponent implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(SealerComponent.class);

    private final Function<SealerSettings, Sealer> sealers;
    private volatile Sealer sealer;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public SealerComponent(
            SealerConfig config,
            @Reference BatchStore batches,
            @Reference ReceiptSealer seal,
            @Reference Timestamps timestamps,
            @Reference TrustAnchors anchors,
            @Reference TlsContexts tls) {
        UUID node = UUID.randomUUID();
        Function<AuthoritySettings, Stamping> stampings = authority -> new Stamping(
                batches,
                timestamps,
                () -> anchors.anchors(TrustAnchors.TIMESTAMP),
                new HttpsAuthority(
                        authority.address(),
                        new HttpsCaller(tls.client(authority.trust(), authority.identity()), authority.patience())),
                authority.policy(),
                authority.longestPause(),
                System::nanoTime);
        this.sealers = settings -> new Sealer(
                node,
                batches,
                new Sealing(node, batches, seal, settings.pause(), settings.most()),
                settings.authority().map(stampings),
                settings.pause(),
                System::nanoTime);
        try {
            sealer = sealers.apply(SealerSettings.of(config));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SealerCode.SETTINGS.line() + "\n" + e.getMessage(), e);
        }
        sealer.start();
    }

    @Modified
    void change(SealerConfig config) {
        Sealer next;
        try {
            next = sealers.apply(SealerSettings.of(config));
        } catch (IllegalArgumentException e) {
            LOG.error("{}\n{}", SealerCode.CHANGE.line(), e.getMessage());
            return;
        }
        sealer.close();
        sealer = next;
        next.start();
    }

    @Deactivate
    void stop() {
        sealer.close();
    }

    @Override
    public List<Finding> findings() {
        return sealer.findings();
    }
}
