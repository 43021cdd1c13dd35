package io.renkei.notices.internal;

import io.renkei.api.spi.SettingsRule;
import io.renkei.ports.trust.Signer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + NoticesConfig.PID)
public final class NoticesRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> NoticesSettings.of(
                Converters.standardConverter().convert(properties).to(NoticesConfig.class), properties));
    }

    @Override
    public List<String> families() {
        return Stream.concat(
                        Stream.of(Signer.KEY, "pdf.", "return.", NoticesSettings.UNSEALED),
                        PeriodSettings.FAMILIES.stream())
                .toList();
    }
}
