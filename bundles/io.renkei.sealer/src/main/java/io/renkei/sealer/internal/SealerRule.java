package io.renkei.sealer.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the sealer that runs. */
@Component(property = SettingsRule.PID + "=" + SealerConfig.PID)
public final class SealerRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> SealerSettings.of(
                Converters.standardConverter().convert(properties).to(SealerConfig.class)));
    }
}
