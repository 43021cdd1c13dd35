package io.renkei.door.oidc.internal;

import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.KeyRenewal;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.ProviderKeys;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.interaction.Interactions;
import io.renkei.ports.linkage.Handovers;
import io.renkei.ports.linkage.Links;
import io.renkei.ports.outgoing.HttpsCaller;
import io.renkei.ports.people.Sessions;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.trust.EllipticCurves;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider in OSGi. Without an issuer there is none; a change that cannot be used leaves the provider of before in use. */
@Component(
        service = {OidcComponent.class, HealthSource.class, KeyRenewal.class},
        immediate = true,
        configurationPid = OidcConfig.PID)
@Designate(ocd = OidcConfig.class)
public final class OidcComponent implements HealthSource, KeyRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(OidcComponent.class);

    private final Function<OidcSettings, Provider> providers;
    private volatile Optional<Provider> provider = Optional.empty();

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public OidcComponent(
            OidcConfig config,
            @Reference(policyOption = GREEDY) Artefacts artefacts,
            @Reference(policyOption = GREEDY) SiteGrants grants,
            @Reference(policyOption = GREEDY) ProviderKeys keys,
            @Reference(policyOption = GREEDY) LogoutWords words,
            @Reference(policyOption = GREEDY) Interactions interactions,
            @Reference(policyOption = GREEDY) Sessions sessions,
            @Reference(policyOption = GREEDY) Sites sites,
            @Reference(policyOption = GREEDY) Links links,
            @Reference(policyOption = GREEDY) Handovers handovers,
            @Reference(policyOption = GREEDY) EllipticCurves curves,
            @Reference(policyOption = GREEDY) TlsContexts tls) {
        Ports ports =
                new Ports(artefacts, grants, keys, words, interactions, sessions, sites, links, handovers, curves);
        this.providers = settings -> new Provider(
                settings,
                ports,
                settings.logoutTrust()
                        .map(trust -> new HttpsCaller(tls.client(trust, Optional.empty()), LogoutCourier.PATIENCE)),
                Clock.systemUTC(),
                System::nanoTime);
        try {
            provider = made(config);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(OidcCode.SETTINGS.line() + "\n" + e.getMessage(), e);
        }
    }

    private Optional<Provider> made(OidcConfig config) {
        return config.issuer().isBlank() ? Optional.empty() : Optional.of(providers.apply(OidcSettings.of(config)));
    }

    @Activate
    void start() {
        provider.ifPresent(Provider::begin);
    }

    @Modified
    void change(OidcConfig config) {
        Optional<Provider> before = provider;
        try {
            provider = made(config);
        } catch (IllegalArgumentException e) {
            LOG.error("{}\n{}", OidcCode.CHANGE.line(), e.getMessage());
            return;
        }
        before.ifPresent(Provider::close);
        start();
    }

    @Deactivate
    void stop() {
        provider.ifPresent(Provider::close);
        provider = Optional.empty();
    }

    Optional<Provider> provider() {
        return provider;
    }

    @Override
    public Optional<NewKey> renew(boolean compromised) {
        return provider.map(now -> now.renewKey(compromised));
    }

    @Override
    public List<Finding> findings() {
        return provider.map(Provider::findings).orElse(List.of());
    }
}
