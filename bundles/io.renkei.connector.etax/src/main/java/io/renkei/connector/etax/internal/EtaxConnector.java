package io.renkei.connector.etax.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Connector;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.MessageReader;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TlsContexts;
import io.renkei.api.spi.TransientFailure;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The one instance, with the configuration {@value EtaxConfig#PID}. */
@Component(
        service = {
            MinistryConnector.class,
            Dispatcher.class,
            Reconciler.class,
            StatusReader.class,
            ReadReceiptSender.class,
            MessageReader.class
        },
        configurationPid = EtaxConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = EtaxConfig.class)
@Connector(id = "etax", procedures = "18")
public final class EtaxConnector implements Dispatcher, Reconciler, StatusReader, ReadReceiptSender, MessageReader {

    private final EtaxInstance instance;

    @Activate
    public EtaxConnector(@Reference TlsContexts tls, @Reference Sealer sealer, EtaxConfig config) {
        instance = new EtaxInstance(EtaxSettings.of(config), tls, sealer, Clock.systemUTC());
    }

    @Deactivate
    void stop() {
        instance.close();
    }

    @Override
    public DestinationId destination() {
        return EtaxSettings.DESTINATION;
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

    @Override
    public List<Box> boxes() {
        return instance.messages().boxes();
    }

    @Override
    public Page list(Box box, Optional<String> after) throws TransientFailure {
        return instance.messages().list(box, after);
    }

    @Override
    public Message fetch(MessageHead head) throws TransientFailure {
        return instance.messages().fetch(head);
    }

    @Override
    public void acknowledge(MessageHead head) throws TransientFailure {
        instance.messages().acknowledge(head);
    }
}
