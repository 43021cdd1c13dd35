package io.renkei.catalogue.internal;

import io.renkei.api.model.ItemValue;
import java.util.Locale;
import java.util.Optional;

/** The types that an item may have, as items.yaml writes them. */
enum ItemType {
    TEXT(ItemValue.Text.class),
    KANA(ItemValue.Kana.class),
    DATE(ItemValue.Date.class),
    MONEY(ItemValue.Money.class),
    CODE(ItemValue.Code.class),
    CORPORATE(ItemValue.Corporate.class),
    INDIVIDUAL(ItemValue.Individual.class),
    ATTACHMENT(ItemValue.AttachmentRef.class),
    GROUP(ItemValue.Group.class);

    private final Class<? extends ItemValue> value;
    private final String word = name().toLowerCase(Locale.ROOT);

    ItemType(Class<? extends ItemValue> value) {
        this.value = value;
    }

    boolean matches(ItemValue given) {
        return value.isInstance(given);
    }

    String word() {
        return word;
    }

    static Optional<ItemType> of(String word) {
        for (ItemType type : values()) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
