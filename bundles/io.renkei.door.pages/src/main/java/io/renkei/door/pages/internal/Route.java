package io.renkei.door.pages.internal;

import io.renkei.ports.access.Listener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One method of one path.
 *
 * @param template such as {@code /people/sites/{site}}
 * @param open whether somebody who is not signed in may visit it
 */
record Route(String method, String template, Listener listener, boolean open, Handler handler) {

    /** The parts of the path that the template leaves open, or empty if the path is another. */
    Optional<Map<String, String>> match(String path) {
        String[] expected = template.split("/");
        String[] found = path.split("/", -1);
        if (expected.length != found.length) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                parts.put(expected[i].substring(1, expected[i].length() - 1), found[i]);
            } else if (!expected[i].equals(found[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }
}
