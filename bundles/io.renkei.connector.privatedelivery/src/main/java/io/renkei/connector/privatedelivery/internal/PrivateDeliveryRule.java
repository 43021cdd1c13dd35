package io.renkei.connector.privatedelivery.internal;

import io.renkei.api.spi.SettingsRule;
import io.renkei.api.spi.TlsContexts;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.converter.Converters;

/** Keeps a wrong change away from the instance that runs; a certificate that cannot be read is one. */
@Component(property = SettingsRule.PID + "=" + PrivateDeliveryConfig.PID)
public final class PrivateDeliveryRule implements SettingsRule {

    private final TlsContexts tls;

    @Activate
    public PrivateDeliveryRule(@Reference TlsContexts tls) {
        this.tls = tls;
    }

    @Override
    public List<String> faults(Map<String, ?> properties) {
        return SettingsRule.told(() -> PrivateDeliverySettings.of(
                        Converters.standardConverter().convert(properties).to(PrivateDeliveryConfig.class))
                .http()
                .tls(tls));
    }
}
