package io.renkei.door.rest.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One method of one path.
 *
 * @param template as in openapi.yaml, such as {@code /v1/notices/{id}}
 */
record Route(String method, String template, Access access, Handler handler) {

    /** The parts of the path that the template leaves open, or empty if the path is another. */
    Optional<Map<String, String>> match(String path) {
        String[] expected = template.split("/");
        String[] found = path.split("/", -1);
        if (expected.length != found.length) {
            return Optional.empty();
        }
        Map<String, String> open = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                open.put(expected[i].substring(1, expected[i].length() - 1), found[i]);
            } else if (!expected[i].equals(found[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(open);
    }
}
