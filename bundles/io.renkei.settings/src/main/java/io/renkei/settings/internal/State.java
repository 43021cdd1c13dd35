package io.renkei.settings.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a configuration is.
 *
 * @param values as they are in use, secrets masked
 * @param file its file, if that says just these values
 */
record State(Map<String, String> values, Optional<FileText> file) {

    State {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static State of(Map<String, String> values) {
        return new State(values, Optional.empty());
    }
}
