package io.renkei.companystore.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.outgoing.Teller;
import io.renkei.ports.outgoing.Webhook;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.submissions.SubmissionStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one destination, as its file says. A change that cannot be used leaves the settings of before in use. */
@Component(
        service = HealthSource.class,
        immediate = true,
        configurationPid = AgencyConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AgencyConfig.class, factory = true)
public final class AgencyComponent implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyComponent.class);
    private static final String PART = "agency";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);

    private final Agencies agencies;
    private final Function<AgencySettings, Telling> made;
    private volatile Telling telling;

    /** One teller and how it fares. */
    private record Telling(AgencySettings settings, AgencyStanding standing, Teller teller) {}

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public AgencyComponent(
            AgencyConfig config,
            @Reference Agencies agencies,
            @Reference Outbox outbox,
            @Reference SubmissionStore submissions,
            @Reference Sealer sealer,
            @Reference TlsContexts tls) {
        this.agencies = agencies;
        this.made = settings -> {
            AgencyStanding standing = new AgencyStanding(settings.destination());
            Webhook webhook = new Webhook(
                    settings.address(), tls.client(settings.trust(), settings.identity()), settings.patience(), sealer);
            Teller teller = new Teller(
                    "renkei.agency." + settings.destination(),
                    outbox,
                    new NewsFeed(submissions, settings, () -> agencies.isFirst(this)),
                    webhook,
                    standing,
                    new Teller.Pauses(LOOK, settings.longestPause(), END));
            return new Telling(settings, standing, teller);
        };
        try {
            telling = made.apply(AgencySettings.of(config));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(StoreCode.AGENCY_SETTINGS.line() + "\n" + e.getMessage(), e);
        }
    }

    @Activate
    void start() {
        agencies.name(telling.settings(), this);
        telling.teller().start();
    }

    @Modified
    void change(AgencyConfig config) {
        Telling next;
        try {
            next = made.apply(AgencySettings.of(config));
        } catch (IllegalArgumentException e) {
            LOG.error("{}\n{}", StoreCode.CHANGE.line(), e.getMessage());
            return;
        }
        telling.teller().close();
        telling = next;
        start();
    }

    @Deactivate
    void stop() {
        agencies.leave(this);
        telling.teller().close();
    }

    @Override
    public List<Finding> findings() {
        Telling now = telling;
        String name = now.settings().destination().value();
        if (!agencies.isFirst(this)) {
            return List.of(Finding.warning(PART, name + ": " + StoreCode.AGENCY_TWICE.line()));
        }
        return List.of(now.standing()
                .trouble()
                .map(why -> Finding.warning(PART, name + ": " + StoreCode.NOT_TOLD.line() + " (" + why + ")"))
                .orElseGet(() -> Finding.ok(PART, name + " takes events.")));
    }
}
