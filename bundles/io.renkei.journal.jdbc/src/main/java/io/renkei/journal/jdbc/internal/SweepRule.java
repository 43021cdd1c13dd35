package io.renkei.journal.jdbc.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + SweepConfig.PID)
public final class SweepRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> SweepComponent.pause(
                Converters.standardConverter().convert(properties).to(SweepConfig.class)));
    }
}
