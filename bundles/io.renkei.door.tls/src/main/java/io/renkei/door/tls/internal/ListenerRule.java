package io.renkei.door.tls.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the listener that runs. */
@Component(property = SettingsRule.PID + "=" + ListenerConfig.PID)
public final class ListenerRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> ListenerSettings.of(
                Converters.standardConverter().convert(properties).to(ListenerConfig.class)));
    }
}
