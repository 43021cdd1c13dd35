package io.renkei.partners.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the partner that calls. */
@Component(property = SettingsRule.PID + "=" + PartnerConfig.PID)
public final class PartnerRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> PartnerSettings.of(
                Converters.standardConverter().convert(properties).to(PartnerConfig.class)));
    }
}
