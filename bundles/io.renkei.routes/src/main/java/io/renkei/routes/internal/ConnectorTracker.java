package io.renkei.routes.internal;

import io.renkei.api.spi.Dispatcher;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Hands connectors to the host as their services come and go. One that goes with its bundle is waited for; one that goes
 * alone, since its settings change, holds up nobody.
 */
final class ConnectorTracker implements ServiceTrackerCustomizer<Dispatcher, ConnectorTracker.Tracked> {

    /** @param bundle that offered it; a reference forgets it when the service goes */
    record Tracked(Dispatcher dispatcher, Bundle bundle) {}

    private final BundleContext bundles;
    private final RouteHost host;

    ConnectorTracker(BundleContext bundles, RouteHost host) {
        this.bundles = bundles;
        this.host = host;
    }

    @Override
    public Tracked addingService(ServiceReference<Dispatcher> reference) {
        Dispatcher dispatcher = bundles.getService(reference);
        if (dispatcher == null) {
            return null;
        }
        host.add(dispatcher, ConnectorSource.of(reference));
        return new Tracked(dispatcher, reference.getBundle());
    }

    @Override
    public void modifiedService(ServiceReference<Dispatcher> reference, Tracked tracked) {
        // The destination of a registered service never changes, and its settings were read when it appeared.
    }

    @Override
    public void removedService(ServiceReference<Dispatcher> reference, Tracked tracked) {
        if (tracked.bundle().getState() == Bundle.ACTIVE) {
            host.leave(tracked.dispatcher());
        } else {
            host.remove(tracked.dispatcher());
        }
        bundles.ungetService(reference);
    }
}
