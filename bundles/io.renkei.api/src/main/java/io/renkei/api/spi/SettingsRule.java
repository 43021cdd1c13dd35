package io.renkei.api.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says what is wrong with a configuration before it is used: an invalid change is kept out and the running settings stay.
 * Types, ranges and unknown keys are checked without a rule, by the metatype of the bundle. Registered as a service with the
 * property {@link #PID}; safe for use by several threads.
 */
@ConsumerType
public interface SettingsRule {

    /** Service property: the PID, or factory PID, of the configurations that the rule is for. */
    String PID = "settings.pid";

    /**
     * Checks what a component would be given.
     *
     * @param properties the keys of the file; types as Config Admin has them, mostly text
     * @return one sentence per fault, in the terms of the file, without a secret; empty when all is right
     */
    List<String> faults(Map<String, ?> properties);

    /** Beginnings of keys with a name in them ({@code office.}), of which the metatype cannot hold them all. */
    default List<String> families() {
        return List.of();
    }

    /** Runs a reading that throws {@link IllegalArgumentException} with a line per fault, and returns these lines. */
    static List<String> told(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (IllegalArgumentException e) {
            return Objects.requireNonNullElse(e.getMessage(), "it is not right")
                    .lines()
                    .toList();
        }
    }
}
