package io.renkei.deploy.internal;

import io.renkei.ports.health.HealthSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Puts the gate up at its start, and replaces it when the settings change, new one first. */
@Component(
        service = {},
        configurationPid = DeployConfig.PID)
@Designate(ocd = DeployConfig.class)
public final class DeployGuard {

    private final BundleContext bundles;
    private ServiceRegistration<?> gate;
    private Gate late;

    @Activate
    public DeployGuard(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Before anything else, so that there is no moment without a gate. */
    @Activate
    @Modified
    void follow(DeployConfig config) {
        Gate next = new Gate(
                () -> Policy.of(config.signed_bundles(), config.anchors(), config.signers()),
                config.anchors(),
                new Origin(Path.of(bundles.getProperty("karaf.home"), "system")),
                () -> List.of(bundles.getBundles()),
                Clock.systemUTC());
        Dictionary<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, Integer.MAX_VALUE);
        if (late != null) {
            bundles.removeBundleListener(late);
        }
        late = next;
        bundles.addBundleListener(late);
        ServiceRegistration<?> before = gate;
        gate = bundles.registerService(
                new String[] {ResolverHookFactory.class.getName(), HealthSource.class.getName()}, next, first);
        if (before != null) {
            before.unregister();
        }
    }

    @Deactivate
    void end() {
        bundles.removeBundleListener(late);
        gate.unregister();
    }
}
