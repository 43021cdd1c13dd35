package io.renkei.door.pages.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + CompanyConfig.PID)
public final class CompanyRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> CompanySettings.of(
                Converters.standardConverter().convert(properties).to(CompanyConfig.class)));
    }
}
