package io.renkei.connector.eltax.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Connector;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import java.time.Clock;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Runs while PID {@value EltaxConfig#PID} is configured. */
@Component(
        service = {
            MinistryConnector.class,
            Dispatcher.class,
            Reconciler.class,
            StatusReader.class,
            ReadReceiptSender.class
        },
        configurationPid = EltaxConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EltaxConfig.class)
@Connector(id = "eltax", procedures = EltaxRequest.PROCEDURE)
public final class EltaxConnector implements Dispatcher, Reconciler, StatusReader, ReadReceiptSender {

    private final EltaxInstance instance;

    @Activate
    public EltaxConnector(@Reference TlsContexts tls, @Reference Sealer sealer, EltaxConfig config) {
        instance = new EltaxInstance(EltaxSettings.of(config), tls, sealer, Clock.systemUTC());
    }

    @Deactivate
    void stop() {
        instance.close();
    }

    @Override
    public DestinationId destination() {
        return instance.settings().destination();
    }

    @Override
    public Health probe() {
        return instance.probe();
    }

    @Override
    public LaneSettings settings() {
        return instance.settings().lane();
    }

    @Override
    public RoutesBuilder routes(Lane lane) {
        return instance.routes(lane);
    }

    @Override
    public Finding lookUp(Question question) throws TransientFailure {
        return instance.inquiries().lookUp(question);
    }

    @Override
    public List<Status> statuses(List<Open> filings) throws TransientFailure {
        return instance.inquiries().statuses(filings);
    }

    @Override
    public void send(ReadReceipt receipt) throws TransientFailure {
        instance.inquiries().send(receipt);
    }
}
