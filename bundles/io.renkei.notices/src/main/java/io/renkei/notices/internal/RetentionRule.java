package io.renkei.notices.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + RetentionConfig.PID)
public final class RetentionRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> RetentionSettings.of(
                Converters.standardConverter().convert(properties).to(RetentionConfig.class)));
    }
}
