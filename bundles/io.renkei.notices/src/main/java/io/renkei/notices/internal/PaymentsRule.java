package io.renkei.notices.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + PaymentsConfig.PID)
public final class PaymentsRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> PaymentSettings.of(
                Converters.standardConverter().convert(properties).to(PaymentsConfig.class), properties));
    }

    @Override
    public List<String> families() {
        return List.of(PaymentSettings.HOSTS);
    }
}
