package io.renkei.bus.artemis.internal;

import io.renkei.api.spi.SettingsRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + "io.renkei.bus.artemis")
public final class BusRule implements SettingsRule {

    private final BundleContext bundles;

    @Activate
    public BusRule(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> BusSettings.of(
                Converters.standardConverter().convert(properties).to(BusConfig.class),
                Path.of(bundles.getProperty("karaf.data"))));
    }
}
