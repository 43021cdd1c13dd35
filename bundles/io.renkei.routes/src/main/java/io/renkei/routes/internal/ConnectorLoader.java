package io.renkei.routes.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.function.Supplier;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Asks the bundle of Camel first, then the connector's: what Camel finds by name stands in either. Until it has a
 * connector it finds what Camel has.
 */
final class ConnectorLoader extends ClassLoader {

    private static final ClassLoader CAMEL = DefaultCamelContext.class.getClassLoader();

    private volatile ClassLoader connector;

    ConnectorLoader() {
        this(CAMEL);
    }

    ConnectorLoader(ClassLoader connector) {
        super(CAMEL);
        this.connector = connector;
    }

    /** Once, before the first route comes. */
    void use(ClassLoader bundle) {
        connector = bundle;
    }

    /** Runs with this loader as the thread's own, as libraries inside a connector expect. */
    <T> T with(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return connector.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return connector.getResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return connector.getResources(name);
    }
}
