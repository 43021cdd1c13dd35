package io.renkei.settings.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a PID, as its bundle declares them (OSGi Compendium 7, 105 Metatype).
 *
 * @param isFactory whether each file is an instance
 * @param keys in the order of the declaration
 */
record Schema(String pid, boolean isFactory, Map<String, Key> keys) {

    Schema {
        keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * One key.
     *
     * @param type of the metatype: String, Integer, Long, Boolean …
     * @param options the only values; empty for any
     */
    record Key(
            String id,
            String type,
            String standard,
            Optional<String> min,
            Optional<String> max,
            List<String> options,
            boolean isMany,
            String meaning) {

        Key {
            options = List.copyOf(options);
        }
    }
}
