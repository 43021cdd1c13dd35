package io.renkei.catalogue.internal;

import io.renkei.api.model.ItemId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the keys "required" and "optional" of a procedure or a group. */
final class ItemLists {

    private ItemLists() {}

    static Map<ItemId, Boolean> read(Yaml entry) {
        Map<ItemId, Boolean> items = new LinkedHashMap<>();
        add(entry.at("required"), true, items);
        add(entry.at("optional"), false, items);
        if (items.isEmpty()) {
            entry.fault("lists no item.");
        }
        return items;
    }

    private static void add(Yaml list, boolean required, Map<ItemId, Boolean> items) {
        for (Yaml line : list.list()) {
            line.text().flatMap(text -> line.id(text, ItemId::new)).ifPresent(item -> {
                if (items.putIfAbsent(item, required) != null) {
                    line.fault("the item " + item + " stands here twice.");
                }
            });
        }
    }
}
