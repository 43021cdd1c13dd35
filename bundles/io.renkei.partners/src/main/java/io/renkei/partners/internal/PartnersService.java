package io.renkei.partners.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Partners;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
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
        service = {Partners.class, PartnersService.class, HealthSource.class},
        immediate = true,
        configurationPid = PartnersConfig.PID)
@Designate(ocd = PartnersConfig.class)
public final class PartnersService implements Partners, HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(PartnersService.class);

    private final ConfiguredPartners partners;
    private final Clock clock = Clock.systemUTC();
    private volatile PartnersSettings settings;

    @Activate
    public PartnersService(PartnersConfig config) {
        this.settings = PartnersSettings.of(config);
        this.partners = new ConfiguredPartners(settings.limits(), System::nanoTime);
    }

    @Modified
    void change(PartnersConfig config) {
        try {
            settings = PartnersSettings.of(config);
            partners.limit(settings.limits());
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "PARTNERS-005: the change is not used; what it said before stays in use. Write {}", e.getMessage());
        }
    }

    @Override
    public List<Finding> findings() {
        return partners.findings(clock.instant(), settings.warning());
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

    @Override
    public Optional<PartnerId> portal(Optional<PartnerId> named) {
        return partners.portal(named.or(settings::portal));
    }
}
