package io.renkei.delivery.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the courier that runs. */
@Component(property = SettingsRule.PID + "=" + DeliveryConfig.PID)
public final class DeliveryRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> DeliverySettings.of(
                Converters.standardConverter().convert(properties).to(DeliveryConfig.class)));
    }
}
