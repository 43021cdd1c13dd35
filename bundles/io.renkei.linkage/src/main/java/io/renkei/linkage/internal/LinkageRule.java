package io.renkei.linkage.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from what runs. */
@Component(property = SettingsRule.PID + "=" + LinkageConfig.PID)
public final class LinkageRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> LinkageSettings.of(
                Converters.standardConverter().convert(properties).to(LinkageConfig.class)));
    }
}
