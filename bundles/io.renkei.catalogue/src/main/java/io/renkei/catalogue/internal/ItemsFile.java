package io.renkei.catalogue.internal;

import io.renkei.api.model.ItemId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads items.yaml. */
final class ItemsFile {

    static final String NAME = "items.yaml";

    private static final int LONGEST = 10_000;
    private static final long MOST_YEN = 9_999_999_999_999L;

    private ItemsFile() {}

    static Map<ItemId, Item> read(Yaml file) {
        Map<ItemId, Item> items = new LinkedHashMap<>();
        file.at("items")
                .entries()
                .forEach((key, entry) -> entry.id(key, ItemId::new)
                        .ifPresent(id -> item(id, items.size(), entry).ifPresent(item -> items.put(id, item))));
        return Collections.unmodifiableMap(items);
    }

    private static Optional<Item> item(ItemId id, int order, Yaml entry) {
        if (!entry.isMapOf(
                "type", "name", "max-length", "pattern", "check-digit", "min", "max", "list", "required", "optional")) {
            return Optional.empty();
        }
        Optional<ItemType> type = entry.word(
                "type", ItemType::of, "text, kana, date, money, code, corporate, individual, attachment or group");
        Optional<String> name = entry.text("name");
        if (type.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        keysOfOtherTypes(type.get(), entry);
        Optional<CheckDigit> checkDigit = entry.has("check-digit")
                ? entry.word("check-digit", CheckDigit::of, "local-government")
                : Optional.empty();
        return Optional.of(new Item(
                id,
                order,
                type.get(),
                name.get(),
                (int) entry.number("max-length", LONGEST, 1, LONGEST),
                entry.pattern("pattern"),
                checkDigit,
                entry.number("min", 0, -MOST_YEN, MOST_YEN),
                entry.number("max", MOST_YEN, -MOST_YEN, MOST_YEN),
                type.get() == ItemType.CODE ? entry.text("list").orElse("") : "",
                type.get() == ItemType.GROUP ? ItemLists.read(entry) : Map.of()));
    }

    private static void keysOfOtherTypes(ItemType type, Yaml entry) {
        only(entry, "list", type == ItemType.CODE, "a code");
        only(entry, "min", type == ItemType.MONEY, "money");
        only(entry, "max", type == ItemType.MONEY, "money");
        only(entry, "required", type == ItemType.GROUP, "a group");
        only(entry, "optional", type == ItemType.GROUP, "a group");
        boolean text = type == ItemType.TEXT || type == ItemType.KANA;
        only(entry, "pattern", text, "text and kana");
        only(entry, "check-digit", type == ItemType.TEXT, "text");
        only(entry, "max-length", text || type == ItemType.GROUP, "text, kana and a group");
    }

    private static void only(Yaml entry, String key, boolean allowed, String type) {
        if (entry.has(key) && !allowed) {
            entry.at(key).fault("belongs to " + type + " only; take it out.");
        }
    }
}
