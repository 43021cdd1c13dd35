package io.renkei.linkage.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from a site that is in use. */
@Component(property = SettingsRule.PID + "=" + SiteConfig.PID)
public final class SiteRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> SiteSettings.of(
                Converters.standardConverter().convert(properties).to(SiteConfig.class)));
    }
}
