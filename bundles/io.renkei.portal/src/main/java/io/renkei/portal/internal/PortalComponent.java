package io.renkei.portal.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TlsContexts;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.Outbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the portal, where one is configured. */
@Component(
        service = {},
        immediate = true,
        configurationPid = PortalConfig.PID)
@Designate(ocd = PortalConfig.class)
public final class PortalComponent {

    private static final Logger LOG = LoggerFactory.getLogger(PortalComponent.class);

    private final Optional<Teller> teller;

    @Activate
    public PortalComponent(
            PortalConfig config,
            @Reference Outbox outbox,
            @Reference FilingStore filings,
            @Reference NoticeStore notices,
            @Reference Sealer sealer,
            @Reference TlsContexts tls) {
        if (config.webhook_url().isBlank()) {
            LOG.info("No portal is configured (webhook.url): events wait.");
            teller = Optional.empty();
            return;
        }
        URI address = URI.create(config.webhook_url().strip());
        if (!"https".equals(address.getScheme()) || config.tls_trust().isBlank()) {
            throw new IllegalArgumentException("PORTAL-001: webhook.url in io.renkei.portal.cfg has to be an https URL,"
                    + " and tls.trust has to name the authorities of its server.");
        }
        Optional<Path> identity = Optional.of(config.tls_identity())
                .filter(file -> !file.isBlank())
                .map(Path::of);
        Webhook webhook = new Webhook(
                address,
                tls.client(Path.of(config.tls_trust()), identity),
                Duration.ofMillis(config.answer_timeout_millis()),
                sealer);
        Events events = new Events(filings, notices, Clock.systemUTC());
        Teller made = new Teller(outbox, events, webhook, config.longest_pause_millis());
        made.start();
        teller = Optional.of(made);
    }

    @Deactivate
    void stop() throws Exception {
        if (teller.isPresent()) {
            teller.get().close();
        }
    }
}
