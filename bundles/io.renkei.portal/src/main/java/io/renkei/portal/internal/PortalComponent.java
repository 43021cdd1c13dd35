package io.renkei.portal.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.access.Partners;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.outgoing.Teller;
import io.renkei.ports.outgoing.Webhook;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.state.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the portal, where one is configured. A change that cannot be used leaves the settings of before in use. */
@Component(
        service = {},
        immediate = true,
        configurationPid = PortalConfig.PID)
@Designate(ocd = PortalConfig.class)
public final class PortalComponent {

    private static final Logger LOG = LoggerFactory.getLogger(PortalComponent.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Events events;
    private final Deliveries deliveries;
    private final Sealer sealer;
    private final TlsContexts tls;
    private Optional<Teller> teller;

    /** @throws IllegalArgumentException if the settings cannot be used */
    @Activate
    public PortalComponent(
            PortalConfig config,
            @Reference Outbox outbox,
            @Reference FilingStore filings,
            @Reference FollowUpStore followUps,
            @Reference NoticeStore notices,
            @Reference PaymentStore payments,
            @Reference DelegationStore delegations,
            @Reference Partners partners,
            @Reference Sealer sealer,
            @Reference TlsContexts tls) {
        this.outbox = outbox;
        this.events = new Events(
                filings,
                followUps,
                notices,
                payments,
                delegations,
                () -> partners.portal(Optional.empty()),
                Clock.systemUTC());
        this.deliveries = new Deliveries(notices, Clock.systemUTC());
        this.sealer = sealer;
        this.tls = tls;
        try {
            teller = PortalSettings.of(config).map(this::teller);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EventsCode.SETTINGS.line() + "\n" + e.getMessage(), e);
        }
        start();
    }

    @Modified
    synchronized void change(PortalConfig config) {
        Optional<Teller> next;
        try {
            next = PortalSettings.of(config).map(this::teller);
        } catch (IllegalArgumentException e) {
            LOG.error("{}\n{}", EventsCode.CHANGE.line(), e.getMessage());
            return;
        }
        stop();
        teller = next;
        start();
    }

    @Deactivate
    synchronized void stop() {
        teller.ifPresent(Teller::close);
    }

    private void start() {
        teller.ifPresentOrElse(
                Teller::start, () -> LOG.info("No portal is configured (webhook.url): events wait in the database."));
    }

    private Teller teller(PortalSettings settings) {
        Webhook webhook = new Webhook(
                settings.address(), tls.client(settings.trust(), settings.identity()), settings.patience(), sealer);
        return new Teller(
                "renkei.portal",
                outbox,
                new PortalFeed(outbox, events, deliveries::taken),
                webhook,
                new PortalReports(),
                new Teller.Pauses(LOOK, settings.longestPause(), END));
    }
}
