package io.renkei.routes.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Where a connector comes from.
 *
 * @param bundle its symbolic name and version, for operators
 * @param connectorId the kind, as its service says
 * @param loader of its bundle as it is wired now; connectors with one loader share a Camel context
 * @param bringsCamelParts whether its bundle has components, converters or the like that Camel looks for by itself, some of
 *     them when a context starts
 */
record ConnectorSource(String bundle, String connectorId, ClassLoader loader, boolean bringsCamelParts) {

    private static final String ID = "connector.id";
    private static final String CAMEL_PARTS = "META-INF/services/org/apache/camel";

    /** Reads it from a connector's service. */
    static ConnectorSource of(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        Object id = reference.getProperty(ID);
        return new ConnectorSource(
                bundle.getSymbolicName() + "/" + bundle.getVersion(),
                id == null ? bundle.getSymbolicName() : id.toString(),
                bundle.adapt(BundleWiring.class).getClassLoader(),
                bundle.findEntries(CAMEL_PARTS, "*", true) != null);
    }
}
