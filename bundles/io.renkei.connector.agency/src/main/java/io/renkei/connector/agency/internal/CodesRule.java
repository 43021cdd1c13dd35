package io.renkei.connector.agency.internal;

import io.renkei.api.spi.SettingsRule;
import io.renkei.api.spi.TlsContexts;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the instance that runs; a certificate that cannot be read is one. */
@Component(property = SettingsRule.PID + "=" + CodesConfig.PID)
public final class CodesRule implements SettingsRule {

    private final TlsContexts tls;

    @Activate
    public CodesRule(@Reference TlsContexts tls) {
        this.tls = tls;
    }

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> CodesSettings.of(
                        Converters.standardConverter().convert(properties).to(CodesConfig.class))
                .http()
                .tls(tls));
    }
}
