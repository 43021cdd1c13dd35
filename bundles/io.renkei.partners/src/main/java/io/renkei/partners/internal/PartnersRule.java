package io.renkei.partners.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + PartnersConfig.PID)
public final class PartnersRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> PartnersSettings.of(
                Converters.standardConverter().convert(properties).to(PartnersConfig.class)));
    }
}
