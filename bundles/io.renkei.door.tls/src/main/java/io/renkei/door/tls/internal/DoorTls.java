package io.renkei.door.tls.internal;

import io.renkei.ports.health.HealthSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Follows the stores that org.apache.felix.http.cfg names. The settings come by a ManagedService and not as properties of
 * this component, where everybody could read the passwords. The server itself is had by the only service that is given
 * it, the factory of further connectors; the connector that is made carries nothing.
 */
@Component(
        service = {},
        configurationPid = DoorTlsConfig.PID)
@Designate(ocd = DoorTlsConfig.class)
public final class DoorTls {

    private static final long EVERY_MILLIS = 250;

    private final BundleContext bundle;
    private final Duration warning;
    private final ScheduledExecutorService looks;
    private Future<?> looking;
    private ServiceRegistration<?> settings;
    private ServiceRegistration<?> server;
    private ServiceRegistration<?> health;

    @Activate
    public DoorTls(BundleContext bundle, DoorTlsConfig config) {
        this.bundle = bundle;
        this.warning = Duration.ofDays(config.expiry_warning_days());
        this.looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "renkei-door-tls");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Activate
    void begin() {
        Dictionary<String, Object> pid = new Hashtable<>();
        pid.put(Constants.SERVICE_PID, "org.apache.felix.http");
        settings = bundle.registerService(ManagedService.class, (ManagedService) this::follow, pid);
    }

    private synchronized void follow(Dictionary<String, ?> now) {
        end();
        if (now == null || looks.isShutdown()) {
            return;
        }
        Doors doors = new Doors(
                StoreFile.of(now, "org.apache.felix.https.keystore"),
                StoreFile.of(now, "org.apache.felix.https.truststore"),
                warning,
                Clock.systemUTC());
        looking = looks.scheduleWithFixedDelay(doors::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        health = bundle.registerService(HealthSource.class, doors, null);
        server = bundle.registerService(
                ConnectorFactory.class, (ConnectorFactory) each -> carryingNothing(doors, each), null);
    }

    private static LocalConnector carryingNothing(Doors doors, Server started) {
        doors.serve(started);
        return new LocalConnector(started, null, null, null, 0, new HttpConnectionFactory());
    }

    private void end() {
        if (looking != null) {
            looking.cancel(false);
        }
        for (ServiceRegistration<?> each : new ServiceRegistration<?>[] {server, health}) {
            if (each != null) {
                each.unregister();
            }
        }
        server = null;
        health = null;
    }

    @Deactivate
    void close() {
        settings.unregister();
        looks.shutdownNow();
        synchronized (this) {
            end();
        }
    }
}
