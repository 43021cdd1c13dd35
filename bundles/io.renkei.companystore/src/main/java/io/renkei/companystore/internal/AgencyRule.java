package io.renkei.companystore.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from an address that is in use. */
@Component(property = SettingsRule.PID + "=" + AgencyConfig.PID)
public final class AgencyRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> AgencySettings.of(
                Converters.standardConverter().convert(properties).to(AgencyConfig.class)));
    }
}
