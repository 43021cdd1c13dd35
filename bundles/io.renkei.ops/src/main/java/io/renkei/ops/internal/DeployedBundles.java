package io.renkei.ops.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Bundles that do not do what they were deployed for, each in one sentence with what to do. */
final class DeployedBundles {

    /** A connector may have to wait for a filing under way; longer than this it hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BundleContext context;
    private final Clock clock;
    private final Map<Long, Instant> stopping = new ConcurrentHashMap<>();

    DeployedBundles(BundleContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    void stops(Bundle bundle) {
        stopping.put(bundle.getBundleId(), clock.instant());
    }

    void stopped(Bundle bundle) {
        stopping.remove(bundle.getBundleId());
    }

    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String name = bundle.getSymbolicName() + " " + bundle.getVersion();
            if (bundle.getState() == Bundle.INSTALLED) {
                troubles.add(name + " does not resolve: bundle:diag " + bundle.getBundleId()
                        + " says what it lacks. Deploy a repaired one, or take it out of deploy/.");
            } else if (bundle.getState() == Bundle.RESOLVED && isToRun(bundle)) {
                troubles.add(name + " does not run: the log of its start says why. bundle:start " + bundle.getBundleId()
                        + " tries again.");
            } else if (bundle.getState() == Bundle.STOPPING) {
                stopping(bundle, name).ifPresent(troubles::add);
            }
        }
        return troubles;
    }

    /** Who hangs may do so before its stop is told, so it counts from the first look too. */
    private Optional<String> stopping(Bundle bundle, String name) {
        Instant now = clock.instant();
        Instant since = stopping.computeIfAbsent(bundle.getBundleId(), id -> now);
        return now.isBefore(since.plus(PATIENCE))
                ? Optional.empty()
                : Optional.of(name + " has hung in its stop for "
                        + Times.length(Duration.between(since, now))
                        + ". Everything else goes on, but deploy/ waits for it: deploy by bundle:install and"
                        + " bundle:start meanwhile, report it to its owner, and restart the gateway when it suits.");
    }

    /** What somebody deployed is there to run; of the distribution's own, an operator may have stopped some. */
    private static boolean isToRun(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null
                && bundle.getLocation().startsWith("file:");
    }
}
