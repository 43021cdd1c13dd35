package io.renkei.trust.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Types and ranges say it all; with a rule, a key that nobody reads is refused too. */
@Component(property = SettingsRule.PID + "=" + TrustConfig.PID)
public final class TrustRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return List.of();
    }
}
