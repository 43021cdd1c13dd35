package io.renkei.deploy.internal;

import io.renkei.ports.config.SettledFiles;
import io.renkei.ports.health.Finding;
import io.renkei.ports.health.HealthSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out of every resolution what the policy refuses: a bundle, a fragment, and each new revision of either. Judged
 * once per revision. Safe for use by several threads.
 */
final class Gate implements ResolverHookFactory, ResolverHook, BundleListener, HealthSource {

    static final String PART = "bundles";

    /** Where deployed bundles start; the gate stands long before. */
    private static final int DEPLOYED = 80;

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Supplier<Policy> reading;
    private final SettledFiles anchors;
    private volatile Policy policy;
    private final Origin origin;
    private final Supplier<List<Bundle>> installed;
    private final Clock clock;
    private final Map<BundleRevision, Optional<DeployCode>> judged = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param reading the policy, read again when the file of the anchors changed
     * @param installed every bundle there is, for health
     */
    Gate(Supplier<Policy> reading, String anchors, Origin origin, Supplier<List<Bundle>> installed, Clock clock) {
        this.reading = reading;
        this.anchors = new SettledFiles(files(anchors));
        this.policy = reading.get();
        this.origin = origin;
        this.installed = installed;
        this.clock = clock;
        policy.fault().ifPresent(fault -> LOG.error(DeployCode.CONFIGURATION.about(fault)));
    }

    /** No name of a file is a fault that the policy tells; the gate is put up all the same. */
    private static List<Path> files(String anchors) {
        try {
            return anchors.isBlank() ? List.of() : List.of(Path.of(anchors.strip()));
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    /** Two looks at once: a file that is caught half written closes the gate until the next look. */
    private void follow() {
        if (policy.required() && (anchors.changed() || anchors.changed())) {
            policy = reading.get();
            judged.clear();
            policy.fault().ifPresent(fault -> LOG.error(DeployCode.CONFIGURATION.about(fault)));
        }
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        follow();
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        if (policy.required()) {
            candidates.removeIf(each -> refusal(each).isPresent());
        }
    }

    private Optional<DeployCode> refusal(BundleRevision revision) {
        Bundle bundle = revision.getBundle();
        if (bundle.getBundleId() == 0) {
            return Optional.empty();
        }
        Optional<DeployCode> known = judged.get(revision);
        if (known != null) {
            return known;
        }
        // What is read is the newest revision; an older one that is not wired yet is of no use to anybody.
        Optional<DeployCode> refusal = revision.equals(bundle.adapt(BundleRevision.class))
                ? judge(bundle)
                : Optional.of(DeployCode.UNREADABLE);
        judged.put(revision, refusal);
        refusal.ifPresent(code -> LOG.warn("Refused: {}", code.about(name(bundle))));
        return refusal;
    }

    private Optional<DeployCode> judge(Bundle bundle) {
        File copy = null;
        try {
            Contents contents = new Contents(bundle);
            if (origin.isOfTheDistribution(bundle, contents)) {
                return Optional.empty();
            }
            if (Origin.isReferred(bundle)) {
                return Optional.of(DeployCode.REFERENCE);
            }
            copy = contents.copy();
            return new SignedJar(policy, clock.instant()).refusal(copy);
        } catch (IOException | IllegalStateException e) {
            return Optional.of(DeployCode.UNREADABLE);
        } finally {
            delete(copy);
        }
    }

    private static void delete(File copy) {
        try {
            if (copy != null) {
                Files.delete(copy.toPath());
            }
        } catch (IOException e) {
            LOG.warn("{} is left over and can be deleted", copy);
        }
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion() + " [" + bundle.getBundleId() + "]";
    }

    /** A refused one may have asked to start before the gate stands when the gateway starts again. */
    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if ((event.getType() & (BundleEvent.INSTALLED | BundleEvent.UPDATED)) == 0 || !policy.required()) {
            return;
        }
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        if (revision != null
                && level != null
                && level.getStartLevel() < DEPLOYED
                && refusal(revision).isPresent()) {
            level.setStartLevel(DEPLOYED);
        }
    }

    @Override
    public List<Finding> findings() {
        follow();
        List<Finding> found = new ArrayList<>();
        if (!policy.required()) {
            return found;
        }
        policy.fault().ifPresent(fault -> found.add(Finding.critical(PART, DeployCode.CONFIGURATION.about(fault))));
        for (Bundle bundle : installed.get()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            Optional<DeployCode> refusal = revision == null ? Optional.empty() : refusal(revision);
            refusal.ifPresent(code -> found.add(
                    bundle.getState() == Bundle.INSTALLED
                            ? Finding.critical(PART, "Refused: " + code.about(name(bundle)))
                            : Finding.warning(
                                    PART,
                                    "Runs since before it was refused: " + code.about(name(bundle))
                                            + " Or uninstall it.")));
        }
        if (found.isEmpty()) {
            found.add(Finding.ok(PART, "Those beside the distribution's are signed by somebody allowed."));
        }
        return found;
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        // Not ours to judge.
    }

    /** Felix asks only here about a fragment. What is wired already is left alone. */
    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        BundleRevision asking = requirement.getRevision();
        if (policy.required() && asking.getWiring() == null && refusal(asking).isPresent()) {
            candidates.clear();
        }
    }

    @Override
    public void end() {
        // Nothing was held.
    }
}
