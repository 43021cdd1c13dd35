package io.renkei.ports.settings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of one configuration.
 *
 * @param name of the configuration
 * @param number from 1, per configuration
 * @param via by which way
 * @param who the principal, or the owner of the file; empty text where nobody is known
 * @param edits at least one, by key
 */
public record SettingsChange(String name, int number, Instant at, Via via, String who, Kind kind, List<Edit> edits) {

    public SettingsChange {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(via, "via");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(kind, "kind");
        edits = List.copyOf(edits);
    }

    /** By which way a change came. */
    public enum Via {
        /** An edit of the file. */
        FILE,
        /** A command of the operators' shell. */
        SHELL,
        /** A management client. */
        JMX,
        /** The gateway itself. */
        GATEWAY
    }

    /** What became of the configuration. */
    public enum Kind {
        CREATED,
        CHANGED,
        REMOVED
    }

    /** One key; an empty side means that it was not set. */
    public record Edit(String key, Optional<String> before, Optional<String> after) {

        public Edit {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }
}
