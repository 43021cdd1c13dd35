package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the embedded broker where that is configured, and offers the bus. */
@Component(service = Bus.class, configurationPid = "io.renkei.bus.artemis")
@Designate(ocd = BusConfig.class)
public final class BusComponent implements Bus {

    private static final Logger LOG = LoggerFactory.getLogger(BusComponent.class);

    private EmbeddedBroker embedded;
    private ArtemisBus bus;

    @Activate
    void start(BundleContext context, BusConfig config) throws Exception {
        BusSettings settings = BusSettings.of(config, Path.of(context.getProperty("karaf.data")));
        BusSettings.External address;
        if (settings.broker() instanceof BusSettings.Embedded here) {
            embedded = new EmbeddedBroker(settings, here);
            embedded.start();
            address = embedded.address();
            LOG.info("The embedded broker runs.");
        } else {
            address = (BusSettings.External) settings.broker();
            LOG.info("The broker is external, at {}.", address.place());
        }
        Connections connections =
                new Connections(address, settings.callTimeout().toMillis());
        Backlog backlog = embedded == null ? new RemoteBacklog(connections) : embedded.backlog();
        bus = new ArtemisBus(connections, settings.deliveryAttempts(), backlog);
    }

    @Deactivate
    void stop() throws Exception {
        bus.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public void send(Lane lane, List<Pointer> pointers) {
        bus.send(lane, pointers);
    }

    @Override
    public Subscription subscribe(Lane lane, int concurrency, Handler handler) {
        return bus.subscribe(lane, concurrency, handler);
    }

    @Override
    public long deadLetters() {
        return bus.deadLetters();
    }
}
