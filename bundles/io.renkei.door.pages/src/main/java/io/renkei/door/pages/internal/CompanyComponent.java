package io.renkei.door.pages.internal;

import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.people.Authenticator;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of company accounts, where one is configured. A change that cannot be used leaves the settings of before in use. */
@Component(service = CompanyProvider.class, configurationPid = CompanyConfig.PID)
@Designate(ocd = CompanyConfig.class)
public final class CompanyComponent implements CompanyProvider {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyComponent.class);

    private final TlsContexts tls;
    private volatile CompanyProvider provider;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public CompanyComponent(CompanyConfig config, @Reference TlsContexts tls) {
        this.tls = tls;
        try {
            this.provider = provider(config);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "PAGES-071: sign-in by company account is off until io.renkei.door.pages.company.cfg is right:\n"
                            + e.getMessage(),
                    e);
        }
    }

    @Modified
    void change(CompanyConfig config) {
        try {
            provider = provider(config);
        } catch (IllegalArgumentException e) {
            LOG.error("PAGES-072: the change is not used; the settings of before stay in use:\n{}", e.getMessage());
        }
    }

    private CompanyProvider provider(CompanyConfig config) {
        return CompanySettings.of(config)
                .<CompanyProvider>map(settings ->
                        new OpenIdCompany(settings, tls.client(settings.trust(), Optional.empty()), Clock.systemUTC()))
                .orElse(CompanyProvider.NONE);
    }

    @Override
    public boolean isOffered() {
        return provider.isOffered();
    }

    @Override
    public String kinds(Language language) {
        return provider.kinds(language);
    }

    @Override
    public URI authorization(Attempt attempt, URI redirect) {
        return provider.authorization(attempt, redirect);
    }

    @Override
    public Authenticator.CompanyAccount finish(Map<String, String> answer, Attempt attempt, URI redirect)
            throws NotSignedIn {
        return provider.finish(answer, attempt, redirect);
    }
}
