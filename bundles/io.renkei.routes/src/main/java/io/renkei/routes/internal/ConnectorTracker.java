package io.renkei.routes.internal;

import io.renkei.api.spi.Dispatcher;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Hands connectors to the host as their services come and go. */
final class ConnectorTracker implements ServiceTrackerCustomizer<Dispatcher, Dispatcher> {

    private static final String ID = "connector.id";

    private final BundleContext bundles;
    private final RouteHost host;

    ConnectorTracker(BundleContext bundles, RouteHost host) {
        this.bundles = bundles;
        this.host = host;
    }

    @Override
    public Dispatcher addingService(ServiceReference<Dispatcher> reference) {
        Dispatcher dispatcher = bundles.getService(reference);
        if (dispatcher != null) {
            host.add(dispatcher, source(reference));
        }
        return dispatcher;
    }

    private static ConnectorSource source(ServiceReference<Dispatcher> reference) {
        Bundle bundle = reference.getBundle();
        Object id = reference.getProperty(ID);
        return new ConnectorSource(
                bundle.getSymbolicName() + "/" + bundle.getVersion(),
                id == null ? bundle.getSymbolicName() : id.toString(),
                bundle.adapt(BundleWiring.class).getClassLoader());
    }

    @Override
    public void modifiedService(ServiceReference<Dispatcher> reference, Dispatcher dispatcher) {
        // The destination of a registered service never changes, and its settings were read when it appeared.
    }

    @Override
    public void removedService(ServiceReference<Dispatcher> reference, Dispatcher dispatcher) {
        host.remove(dispatcher);
        bundles.ungetService(reference);
    }
}
