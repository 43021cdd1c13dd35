package io.renkei.routes.internal;

import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Has a bundle that stops wait for the lanes that its former instances left: their classes go with it. The instances that
 * it still has go on meanwhile, and are waited for one by one as their services go.
 */
final class StoppingBundles implements SynchronousBundleListener {

    private final RouteHost host;

    StoppingBundles(RouteHost host) {
        this.host = host;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && host.hasEndingLanes()) {
            BundleWiring wiring = event.getBundle().adapt(BundleWiring.class);
            if (wiring != null) {
                host.awaitEnd(wiring.getClassLoader());
            }
        }
    }
}
