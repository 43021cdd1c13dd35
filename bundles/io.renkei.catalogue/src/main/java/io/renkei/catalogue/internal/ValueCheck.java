package io.renkei.catalogue.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.util.Map;
import java.util.Set;

/** Checks values against the definitions of their items, whichever procedure they are for. */
final class ValueCheck {

    private final CatalogueData data;
    private final Set<String> attachments;
    private final RuleFaults faults;

    ValueCheck(CatalogueData data, Set<String> attachments, RuleFaults faults) {
        this.data = data;
        this.attachments = attachments;
        this.faults = faults;
    }

    /** @param part what the place of a fault begins with: a procedure, or "common" */
    void check(String part, FilingContent content) {
        for (Map.Entry<ItemId, ItemValue> given : content.items().entrySet()) {
            Item item = data.items().get(given.getKey());
            if (item == null) {
                faults.add(CatalogueCode.ITEM_UNKNOWN.at(place(part, given.getKey())));
            } else if (!item.type().matches(given.getValue())) {
                faults.add(CatalogueCode.ITEM_OF_ANOTHER_TYPE.at(
                        place(part, item.id()), item, item.type().word()));
            } else {
                value(part, item, given.getValue());
            }
        }
    }

    static String place(String part, ItemId item) {
        return part + "/" + item;
    }

    private void value(String part, Item item, ItemValue value) {
        if (value instanceof ItemValue.Text text) {
            text(part, item, text.value());
        } else if (value instanceof ItemValue.Kana kana) {
            text(part, item, kana.value());
        } else if (value instanceof ItemValue.Code code) {
            code(part, item, code);
        } else if (value instanceof ItemValue.Money money) {
            if (money.yen() < item.min() || money.yen() > item.max()) {
                faults.add(CatalogueCode.AMOUNT_OUT_OF_RANGE.at(place(part, item.id()), item, item.min(), item.max()));
            }
        } else if (value instanceof ItemValue.AttachmentRef attachment) {
            if (!attachments.contains(attachment.id())) {
                faults.add(CatalogueCode.ATTACHMENT_MISSING.at(place(part, item.id()), item));
            }
        } else if (value instanceof ItemValue.Group group) {
            group(part, item, group);
        }
    }

    private void text(String part, Item item, String text) {
        if (text.codePointCount(0, text.length()) > item.maxLength()) {
            faults.add(CatalogueCode.TOO_LONG.at(place(part, item.id()), item, item.maxLength()));
        } else if (item.pattern().isPresent()
                && !item.pattern().get().matcher(text).matches()) {
            faults.add(CatalogueCode.WRONG_FORM.at(
                    place(part, item.id()), item, item.pattern().get()));
        } else if (item.checkDigit().isPresent() && !item.checkDigit().get().right(text)) {
            faults.add(CatalogueCode.WRONG_CHECK_DIGIT.at(place(part, item.id()), item));
        }
    }

    private void code(String part, Item item, ItemValue.Code code) {
        CodeList list = data.lists().get(item.list());
        if (!code.list().equals(list.id()) || !list.has(code.value())) {
            faults.add(CatalogueCode.NOT_IN_CODE_LIST.at(place(part, item.id()), item, list.id()));
        } else if (list.checkDigit().isPresent() && !list.checkDigit().get().right(code.value())) {
            faults.add(CatalogueCode.WRONG_CHECK_DIGIT.at(place(part, item.id()), item));
        }
    }

    private void group(String part, Item item, ItemValue.Group group) {
        if (group.members().size() > item.maxLength()) {
            faults.add(CatalogueCode.TOO_MANY_MEMBERS.at(place(part, item.id()), item, item.maxLength()));
            return;
        }
        for (int i = 0; i < group.members().size(); i++) {
            String member = place(part, item.id()) + "[" + (i + 1) + "]";
            FilingContent content = group.members().get(i);
            check(member, content);
            listed(member, content, item.members(), content);
        }
    }

    /**
     * Checks that what is required is there and that nothing else is.
     *
     * @param own what has to be listed
     * @param all where a required item may stand
     */
    void listed(String part, FilingContent own, Map<ItemId, Boolean> items, FilingContent all) {
        items.forEach((id, required) -> {
            if (required && !all.items().containsKey(id) && !own.items().containsKey(id)) {
                faults.add(CatalogueCode.ITEM_MISSING.at(
                        place(part, id), data.items().get(id)));
            }
        });
        for (ItemId id : own.items().keySet()) {
            if (!items.containsKey(id) && data.items().containsKey(id)) {
                faults.add(CatalogueCode.ITEM_NOT_LISTED.at(place(part, id)));
            }
        }
    }
}
