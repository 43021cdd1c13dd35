package io.renkei.door.pages.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A template and what stands in it.
 *
 * @param title of the page, in its language
 * @param focused whether the person is in the middle of something, so that the menu is left out
 */
record View(String template, String title, boolean focused, Map<String, Object> values) {

    static View of(String template, String title) {
        return new View(template, title, false, Map.of());
    }

    View focusedOn() {
        return new View(template, title, true, values);
    }

    View with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new View(template, title, focused, more);
    }
}
