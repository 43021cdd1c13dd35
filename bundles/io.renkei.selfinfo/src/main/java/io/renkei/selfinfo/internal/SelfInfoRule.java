package io.renkei.selfinfo.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the settings in use. */
@Component(property = SettingsRule.PID + "=" + SelfInfoConfig.PID)
public final class SelfInfoRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> SelfInfoSettings.of(
                Converters.standardConverter().convert(properties).to(SelfInfoConfig.class)));
    }
}
