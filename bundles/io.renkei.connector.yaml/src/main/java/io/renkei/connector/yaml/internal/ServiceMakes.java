package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.MinistryConnector;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.StatusReader;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Offers each connector as a service with the properties that {@code @Connector} gives to others. */
record ServiceMakes(BundleContext context, ConnectorMaker maker) implements LiveFile.Makes {

    @Override
    public FileConnector make(String name, LiveFile.Source source) throws FileRefused {
        return maker.make(name, source);
    }

    /** Unregistering returns at once while this bundle stays: what is under way ends by itself, beside a successor. */
    @Override
    public Runnable offer(FileConnector connector) {
        List<String> services = new ArrayList<>(List.of(MinistryConnector.class.getName(), Dispatcher.class.getName()));
        if (connector instanceof Reconciler) {
            services.add(Reconciler.class.getName());
        }
        if (connector instanceof StatusReader) {
            services.add(StatusReader.class.getName());
        }
        FileSettings settings = connector.instance().settings();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("connector.id", settings.connector());
        properties.put(
                "connector.procedures",
                settings.procedures().stream().map(Object::toString).toArray(String[]::new));
        ServiceRegistration<?> offered =
                context.registerService(services.toArray(String[]::new), connector, properties);
        return offered::unregister;
    }
}
