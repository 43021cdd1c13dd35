package io.renkei.partners.internal;

import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Partners;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the partners. */
@Component(
        service = {Partners.class, PartnersService.class},
        immediate = true,
        configurationPid = PartnersConfig.PID)
@Designate(ocd = PartnersConfig.class)
public final class PartnersService implements Partners {

    private static final Logger LOG = LoggerFactory.getLogger(PartnersService.class);

    private final ConfiguredPartners partners;

    @Activate
    public PartnersService(PartnersConfig config) {
        this.partners = new ConfiguredPartners(GatewayLimits.of(config), System::nanoTime);
    }

    @Modified
    void change(PartnersConfig config) {
        try {
            partners.limit(GatewayLimits.of(config));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "PARTNERS-005: the change is not used; the bounds of before stay in use. Write {}", e.getMessage());
        }
    }

    ConfiguredPartners partners() {
        return partners;
    }

    @Override
    public Optional<Caller> identify(X509Certificate certificate) {
        return partners.identify(certificate);
    }

    @Override
    public Entry enter(Caller caller, OptionalLong announcedBytes) {
        return partners.enter(caller, announcedBytes);
    }
}
