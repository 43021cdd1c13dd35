package io.renkei.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a filing says: items in the order in which they were entered. Content is data and has no class per form; a new
 * procedure is a new row of the catalogue.
 *
 * @param items by item id, in order
 */
public record FilingContent(Map<ItemId, ItemValue> items) {

    public FilingContent {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        if (items.containsKey(null) || items.containsValue(null)) {
            throw new IllegalArgumentException("neither an item nor its value may be missing; leave the item out");
        }
    }

    public Optional<ItemValue> get(ItemId item) {
        return Optional.ofNullable(items.get(item));
    }

    /** The item ids only: values are a person's data. */
    @Override
    public String toString() {
        return "FilingContent" + items.keySet();
    }
}
