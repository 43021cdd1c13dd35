package io.renkei.ops.internal;

import io.renkei.ops.internal.BundleChanges.What;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Listens to the framework, so that an operator can see what a deployment touched. */
@Component(service = BundleWatch.class, immediate = true)
public final class BundleWatch implements SynchronousBundleListener {

    private static final Map<Integer, What> EVENTS = Map.of(
            BundleEvent.INSTALLED, What.INSTALLED,
            BundleEvent.RESOLVED, What.RESOLVED,
            BundleEvent.STARTED, What.STARTED,
            BundleEvent.STOPPED, What.STOPPED,
            BundleEvent.UPDATED, What.UPDATED,
            BundleEvent.UNRESOLVED, What.UNRESOLVED,
            BundleEvent.UNINSTALLED, What.UNINSTALLED);

    private final BundleChanges changes = new BundleChanges();
    private final BundleContext context;
    private final Clock clock = Clock.systemUTC();
    private final DeployedBundles deployed;

    @Activate
    public BundleWatch(BundleContext context) {
        this.context = context;
        this.deployed = new DeployedBundles(context, clock);
    }

    @Activate
    void start() {
        context.addBundleListener(this);
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (event.getType() == BundleEvent.STOPPING) {
            deployed.stops(bundle);
        } else if (event.getType() == BundleEvent.STOPPED) {
            deployed.stopped(bundle);
        }
        Optional.ofNullable(EVENTS.get(event.getType()))
                .ifPresent(what -> changes.happened(
                        clock.instant(),
                        Optional.ofNullable(bundle.getSymbolicName()).orElse(bundle.getLocation()),
                        bundle.getVersion().toString(),
                        what));
    }

    /** What is wrong with bundles now, a sentence each. */
    public List<String> troubles() {
        return deployed.troubles();
    }

    public BundleChanges changes() {
        return changes;
    }
}
