package io.renkei.door.tls.internal;

import io.renkei.ports.health.HealthSource;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** One listener, as its file says. A change of the file replaces the listener. */
@Component(
        service = {},
        immediate = true,
        configurationPid = ListenerConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ListenerConfig.class, factory = true)
public final class ListenerComponent {

    private static final long EVERY_MILLIS = 250;

    private final PeopleListener listener;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "renkei-listener");
        thread.setDaemon(true);
        return thread;
    });
    private final ServiceRegistration<?> factory;
    private final ServiceRegistration<?> health;

    /** @throws IllegalArgumentException if it cannot listen like this */
    @Activate
    public ListenerComponent(BundleContext bundle, ListenerConfig config) {
        try {
            this.listener = new PeopleListener(ListenerSettings.of(config), Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            looks.shutdownNow();
            throw new IllegalArgumentException(
                    "DOORTLS-002: this listener does not listen. Correct its file as the lines below say.\n"
                            + e.getMessage(),
                    e);
        }
        this.health = bundle.registerService(HealthSource.class, listener, null);
        this.factory = bundle.registerService(ConnectorFactory.class, listener, null);
    }

    @Activate
    void begin() {
        looks.scheduleWithFixedDelay(listener::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        looks.shutdownNow();
        factory.unregister();
        health.unregister();
    }
}
