package io.renkei.connector.sftp.internal;

import io.renkei.api.spi.SettingsRule;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the instance that runs; a key that cannot be read is one. */
@Component(property = SettingsRule.PID + "=" + SftpConfig.PID)
public final class SftpRule implements SettingsRule {

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> SftpSettings.of(
                Converters.standardConverter().convert(properties).to(SftpConfig.class)));
    }
}
