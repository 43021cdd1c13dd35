package io.renkei.settings.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of the file among the properties of a configuration, as text. */
final class Values {

    static final String MASK = "***";

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passphrase|secret)$");
    private static final Pattern REFERENCE = Pattern.compile("(file|env):.*|\\$\\[.*|\\$\\{.*|");

    private Values() {}

    /** @param properties null where there is no configuration */
    static Map<String, Object> of(Dictionary<String, Object> properties) {
        Map<String, Object> all = new HashMap<>();
        if (properties != null) {
            Collections.list(properties.keys()).forEach(key -> all.put(key, properties.get(key)));
        }
        return all;
    }

    /** The keys of the file alone; what looks like a secret and is no reference is masked. */
    static Map<String, String> shown(Map<String, ?> properties) {
        Map<String, String> shown = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (!TypeRules.isContainers(key)) {
                String text = text(value);
                boolean plain = SECRET.matcher(key).matches()
                        && !REFERENCE.matcher(text).matches();
                shown.put(key, plain ? MASK : text);
            }
        });
        return shown;
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (value instanceof Object[] many) {
            return Arrays.stream(many).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
