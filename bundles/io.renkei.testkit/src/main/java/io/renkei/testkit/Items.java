package io.renkei.testkit;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the content of a filing, item by item; the last value of an item counts. For one thread. */
public final class Items {

    private final Map<ItemId, ItemValue> items = new LinkedHashMap<>();

    public Items text(String id, String value) {
        return put(id, new ItemValue.Text(value));
    }

    public Items kana(String id, String value) {
        return put(id, new ItemValue.Kana(value));
    }

    public Items code(String id, String list, String value) {
        return put(id, new ItemValue.Code(list, value));
    }

    public Items date(String id, LocalDate value) {
        return put(id, new ItemValue.Date(value));
    }

    public Items money(String id, long yen) {
        return put(id, new ItemValue.Money(yen));
    }

    public Items put(String id, ItemValue value) {
        items.put(new ItemId(id), value);
        return this;
    }

    public Items putAll(Map<String, ItemValue> values) {
        values.forEach(this::put);
        return this;
    }

    public FilingContent content() {
        return new FilingContent(items);
    }
}
