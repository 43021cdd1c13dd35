package io.renkei.connector.yaml.internal;

import io.renkei.api.spi.Lane;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;

/** Starts routes in a context that is thrown away, so that what Camel itself does not take is known before it replaces. */
final class Trial {

    private static final Lane LANE = new Lane() {
        @Override
        public String uri() {
            return "direct:trial";
        }

        @Override
        public String routePrefix() {
            return "trial";
        }
    };

    private Trial() {}

    /** @throws IllegalStateException if the routes do not start */
    static void start(FileConnector connector) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DefaultCamelContext.class.getClassLoader());
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.setApplicationContextClassLoader(DefaultCamelContext.class.getClassLoader());
            camel.disableJMX();
            camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
            camel.getCamelContextExtension().setName("yaml-trial");
            RoutesBuilder routes = connector.routes(LANE);
            camel.addRoutes(routes);
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException("Camel does not start the route", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
