package io.renkei.ports.health;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A service that tells health; any bundle may register one or several. Safe for use by several threads. */
@ConsumerType
@FunctionalInterface
public interface HealthSource {

    /**
     * What there is to tell now, from memory: no remote call, no wait. A source that has nothing to complain of may tell
     * one {@link Finding.Level#OK} for each part it watches, or nothing.
     */
    List<Finding> findings();
}
