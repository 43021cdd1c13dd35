package io.renkei.trust.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Keeps the seal, and has {@link TrustSealer} publish it while it can be used. The verifiers do without it. */
@Component(
        service = {TrustSeal.class, HealthSource.class},
        configurationPid = TrustConfig.PID,
        immediate = true)
@Designate(ocd = TrustConfig.class)
public final class TrustSeal implements HealthSource {

    private final ComponentContext components;
    private final SealKeeper keeper;
    private final Looks looks;
    private final Duration warning;

    @Activate
    public TrustSeal(ComponentContext components, BundleContext bundles, TrustConfig config) {
        Path directory = config.seal_directory().isBlank()
                ? Path.of(bundles.getProperty("karaf.data"), "keys")
                : Path.of(config.seal_directory());
        this.components = components;
        this.keeper = new SealKeeper(directory, Duration.ofDays(config.seal_key_days()), Clock.systemUTC());
        this.warning = Duration.ofDays(config.expiry_warning_days());
        this.looks = new Looks("renkei-seal-keys", this::look);
    }

    @Activate
    void begin() {
        publish();
        looks.begin();
    }

    private void look() {
        if (keeper.look()) {
            publish();
        }
    }

    private void publish() {
        String sealer = TrustSealer.class.getName();
        if (keeper.seal().isPresent()) {
            components.enableComponent(sealer);
        } else {
            components.disableComponent(sealer);
        }
    }

    @Deactivate
    void close() {
        looks.close();
    }

    /** @throws IllegalStateException while there is none */
    LiveSeal seal() {
        return keeper.seal().orElseThrow(() -> new IllegalStateException("there is no seal; see renkei:health"));
    }

    @Override
    public List<Finding> findings() {
        return keeper.findings(warning);
    }
}
