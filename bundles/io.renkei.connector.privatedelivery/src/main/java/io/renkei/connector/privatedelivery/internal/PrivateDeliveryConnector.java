package io.renkei.connector.privatedelivery.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Connector;
import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.Probe;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One instance per configuration of the factory PID {@value PrivateDeliveryConfig#PID}. */
@Component(
        service = {MinistryConnector.class, HoldingsSource.class},
        configurationPid = PrivateDeliveryConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PrivateDeliveryConfig.class, factory = true)
@Connector(id = "privatedelivery")
public final class PrivateDeliveryConnector implements HoldingsSource {

    private final PrivateDeliverySettings settings;
    private final ConnectorHttp http;
    private final Probe probe;
    private final ServiceApi api;

    @Activate
    public PrivateDeliveryConnector(@Reference TlsContexts tls, PrivateDeliveryConfig config) {
        settings = PrivateDeliverySettings.of(config);
        http = new ConnectorHttp(
                "private-delivery-deadline", settings.http().tls(tls), settings.connections(), settings.mostBytes());
        probe = new Probe(http, URI.create(settings.http().endpoint() + ServiceApi.SENDERS));
        api = new ServiceApi(
                http.client(settings.http().connect(), settings.http().response())
                        .http(),
                settings);
    }

    @Deactivate
    void stop() {
        http.close();
    }

    @Override
    public DestinationId destination() {
        return settings.destination();
    }

    @Override
    public String site() {
        return settings.site();
    }

    /** Any answer below 500: it is there. */
    @Override
    public Health probe() {
        return probe.ask(PrivateDeliveryCode.BUSY.code(), PrivateDeliveryCode.UNREACHABLE.code());
    }

    @Override
    public List<Sender> senders(String subject) throws TransientFailure, PermanentFailure {
        return api.senders(subject);
    }

    @Override
    public boolean pick(String subject, String sender, boolean picked) throws TransientFailure, PermanentFailure {
        return api.pick(subject, sender, picked);
    }

    @Override
    public Page holdings(String subject, Optional<String> cursor) throws TransientFailure, PermanentFailure {
        return api.holdings(subject, cursor);
    }

    @Override
    public Optional<InputStream> fetch(String subject, String holding) throws TransientFailure, PermanentFailure {
        return api.fetch(subject, holding);
    }

    @Override
    public boolean markRead(String subject, String holding, Instant opened) throws TransientFailure, PermanentFailure {
        return api.markRead(subject, holding, opened);
    }
}
