package io.renkei.connector.yaml.internal;

import io.renkei.api.model.ItemId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between <code>${</code> and <code>}</code> in a body or a path: a fact of the filing, or one of its items.
 *
 * @param fact one of {@link #FACTS}, or empty text for an item
 * @param item the item, if it is one
 * @param isOptional whether the item may be missing ({@code ?})
 * @param isBasicDate whether a date is written without hyphens ({@code |basic})
 */
record Reference(String fact, Optional<ItemId> item, boolean isOptional, boolean isBasicDate) {

    /** Never a person's data. */
    static final Set<String> FACTS =
            Set.of("filing", "procedure", "destination", "attempt", "arrived", "package-digest");

    static final String FORM =
            "one of ${filing}, ${procedure}, ${destination}, ${attempt}, ${arrived}, ${package-digest} and ${item.ID}, "
                    + "with ? behind the ID of an item that may be missing and |basic for a date without hyphens";

    private static final Pattern ITEM = Pattern.compile("item\\.([a-z0-9.-]+)(\\?)?(\\|basic)?");

    /** @throws IllegalArgumentException if the text is no reference */
    static Reference parse(String text) {
        if (FACTS.contains(text)) {
            return new Reference(text, Optional.empty(), false, false);
        }
        Matcher item = ITEM.matcher(text);
        if (!item.matches()) {
            throw new IllegalArgumentException("${" + text + "} is no reference; it is " + FORM);
        }
        return new Reference("", Optional.of(new ItemId(item.group(1))), item.group(2) != null, item.group(3) != null);
    }
}
