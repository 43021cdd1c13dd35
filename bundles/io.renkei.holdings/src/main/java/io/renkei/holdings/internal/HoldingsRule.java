package io.renkei.holdings.internal;

import io.renkei.api.spi.SettingsRule;
import io.renkei.ports.trust.Signer;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + HoldingsConfig.PID)
public final class HoldingsRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> HoldingsSettings.of(
                Converters.standardConverter().convert(properties).to(HoldingsConfig.class), properties));
    }

    @Override
    public List<String> families() {
        return List.of(Signer.KEY);
    }
}
