package io.renkei.door.soap.internal;

import jakarta.servlet.Servlet;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.PrototypeServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes the services on the HTTP whiteboard. Without the guard before them, they refuse every call. */
@Component(
        service = {},
        immediate = true)
public final class SoapServlets {

    private final Endpoints endpoints;
    private final ServiceRegistration<Servlet> registration;

    @Activate
    public SoapServlets(BundleContext bundles, @Reference SoapDoor door) {
        this.endpoints = door.endpoints();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.name", "io.renkei.door.soap");
        properties.put("osgi.http.whiteboard.servlet.pattern", SoapService.BASE + "/*");
        properties.put("servlet.init.hide-service-list-page", "true");
        this.registration = bundles.registerService(Servlet.class, new Servlets(endpoints), properties);
    }

    @Deactivate
    void stop() {
        registration.unregister();
        endpoints.close();
    }

    private record Servlets(Endpoints endpoints) implements PrototypeServiceFactory<Servlet> {

        @Override
        public Servlet getService(Bundle bundle, ServiceRegistration<Servlet> registration) {
            return endpoints.servlet();
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Servlet> registration, Servlet servlet) {
            // nothing is held for it
        }
    }
}
