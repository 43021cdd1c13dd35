package io.renkei.journal.jdbc.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + "io.renkei.journal.jdbc")
public final class JournalRule implements SettingsRule {

    private final BundleContext bundles;

    @Activate
    public JournalRule(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<String> faults(Map<String, ?> properties) {
        try {
            JournalComponent.read(
                    bundles, Converters.standardConverter().convert(properties).to(JournalConfig.class));
            return List.of();
        } catch (StartRefused e) {
            return List.of(e.getMessage());
        }
    }
}
