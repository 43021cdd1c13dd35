package io.renkei.connector.egov.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;

/** Item values as text, as e-Gov's forms take them. */
final class ItemTexts {

    private ItemTexts() {}

    /** Empty when the item is not there. */
    static String of(FilingContent content, String item) {
        return content.get(new ItemId(item)).map(ItemTexts::of).orElse("");
    }

    /** Empty for a group and for a kind that this connector does not know. */
    static String of(ItemValue value) {
        return value.fold(
                ItemValue.Text::value,
                ItemValue.Kana::value,
                date -> date.value().toString(),
                money -> Long.toString(money.yen()),
                ItemValue.Code::value,
                corporate -> corporate.value().digits(),
                individual -> individual.value().release(),
                ItemValue.AttachmentRef::id,
                group -> "",
                other -> "");
    }
}
