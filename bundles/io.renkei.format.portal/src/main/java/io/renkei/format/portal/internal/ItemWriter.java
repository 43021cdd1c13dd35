package io.renkei.format.portal.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemValue;

/** Writes the items of one block, each as the element of its type. */
public final class ItemWriter {

    private ItemWriter() {}

    /** @throws IllegalArgumentException if a value is of a type that the format lacks */
    public static void write(XmlText xml, FilingContent content) {
        content.items().forEach((item, value) -> write(xml, item.value(), value));
    }

    private static void write(XmlText xml, String item, ItemValue value) {
        value.<Boolean>fold(
                text -> leaf(xml, "text", item, text.value()),
                kana -> leaf(xml, "kana", item, kana.value()),
                date -> leaf(xml, "date", item, date.value().toString()),
                money -> leaf(xml, "money", item, Long.toString(money.yen())),
                code -> {
                    xml.leaf("code", code.value(), "item", item, "list", code.list());
                    return true;
                },
                corporate -> leaf(xml, "corporate", item, corporate.value().digits()),
                individual -> leaf(xml, "individual", item, individual.value().release()),
                attachment -> leaf(xml, "attachment", item, attachment.id()),
                group -> group(xml, item, group),
                other -> {
                    throw new IllegalArgumentException("the portal's format has no element for the type of " + item);
                });
    }

    private static boolean leaf(XmlText xml, String element, String item, String text) {
        xml.leaf(element, text, "item", item);
        return true;
    }

    private static boolean group(XmlText xml, String item, ItemValue.Group group) {
        xml.open("group", "item", item);
        for (FilingContent member : group.members()) {
            xml.open("member");
            write(xml, member);
            xml.close();
        }
        xml.close();
        return true;
    }
}
