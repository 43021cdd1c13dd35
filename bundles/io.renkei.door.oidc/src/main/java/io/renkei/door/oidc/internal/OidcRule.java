package io.renkei.door.oidc.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the provider that runs. */
@Component(property = SettingsRule.PID + "=" + OidcConfig.PID)
public final class OidcRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        OidcConfig config = Converters.standardConverter().convert(properties).to(OidcConfig.class);
        return config.issuer().isBlank() ? List.of() : SettingsRule.told(() -> OidcSettings.of(config));
    }
}
