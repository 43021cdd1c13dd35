package io.renkei.notices.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the component that runs. */
@Component(property = SettingsRule.PID + "=" + AnnouncementsConfig.PID)
public final class AnnouncementsRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> AnnouncementsComponent.mostInboxes(
                Converters.standardConverter().convert(properties).to(AnnouncementsConfig.class)));
    }
}
