package io.renkei.connector.egov.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the form of a procedure (申請書XML): its items in order, groups nested. */
final class FormWriter {

    private FormWriter() {}

    static byte[] write(EgovProcedure procedure, FilingContent content) {
        XmlText out = new XmlText()
                .open("DataRoot")
                .element("様式ID", procedure.formId())
                .element("様式バージョン", procedure.formVersion())
                .open("申請書");
        items(out, content);
        return out.close("申請書").close("DataRoot").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void items(XmlText out, FilingContent content) {
        for (Map.Entry<ItemId, ItemValue> item : content.items().entrySet()) {
            out.open("項目", "名称", item.getKey().value());
            if (item.getValue() instanceof ItemValue.Group group) {
                group.members().forEach(member -> {
                    out.open("組");
                    items(out, member);
                    out.close("組");
                });
            } else {
                out.text(ItemTexts.of(item.getValue()));
            }
            out.close("項目");
        }
    }
}
