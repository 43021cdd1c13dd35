package io.renkei.connector.eltax.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Writes 特別徴収切替届出書, to be sealed. Pure: the same filing gives the same bytes. */
final class EltaxMapper {

    static final String NAMESPACE = "urn:renkei:eltax:1";
    static final String ID_ATTRIBUTE = "ID";
    static final String ID = "FILING";

    private static final String ROOT = "特別徴収切替届出書";
    private static final String MUNICIPALITY = "local-tax.municipality";
    private static final String POSTAL_CODE = "[0-9]{7}";

    private final Items items;
    private final XmlText out = new XmlText();

    private EltaxMapper(Items items) {
        this.items = items;
    }

    /**
     * @param attachments base64 by file name
     * @throws FormFault with the first item that the document cannot carry
     */
    static byte[] write(FilingKey filing, Sha256 original, FilingContent content, Map<String, String> attachments)
            throws FormFault {
        return new EltaxMapper(new Items(content)).write(filing, original, attachments);
    }

    private byte[] write(FilingKey filing, Sha256 original, Map<String, String> attachments) throws FormFault {
        out.open(ROOT + " xmlns=\"" + NAMESPACE + "\"", ID_ATTRIBUTE, ID);
        out.open("管理")
                .element("届出番号", filing.toString())
                .element("原本ハッシュ値", original.hex())
                .close("管理");
        out.open("宛先")
                .element("市区町村コード", Municipality.checked(MUNICIPALITY, items.text(MUNICIPALITY)))
                .close("宛先");
        employer();
        employee();
        out.open("切替");
        date("就職年月日", "employment.start");
        month("特別徴収開始月", "local-tax.first-month");
        out.close("切替");
        attachments.forEach(
                (name, base64) -> out.open("添付書類", "名称", name).text(base64).close("添付書類"));
        return out.close(ROOT).toString().getBytes(StandardCharsets.UTF_8);
    }

    private void employer() throws FormFault {
        out.open("特別徴収義務者");
        text("法人番号", "employer.corporate-number");
        text("名称", "employer.name");
        text("名称カナ", "employer.name.kana");
        out.element("郵便番号", items.form("employer.postal-code", POSTAL_CODE));
        address("employer");
        text("電話番号", "employer.phone");
        text("代表者氏名", "employer.representative");
        optional("指定番号", "local-tax.designation-number");
        out.close("特別徴収義務者");
    }

    private void employee() throws FormFault {
        out.open("給与所得者");
        text("氏名", "employee.name");
        text("氏名カナ", "employee.name.kana");
        date("生年月日", "employee.birth-date");
        out.element("郵便番号", items.form("employee.postal-code", POSTAL_CODE));
        address("employee");
        items.individualNumber("employee.individual-number").ifPresent(number -> out.element("個人番号", number));
        out.close("給与所得者");
    }

    private void address(String whose) throws FormFault {
        out.element("都道府県コード", items.form(whose + ".prefecture", "[0-9]{2}"));
        text("住所", whose + ".address");
        text("住所カナ", whose + ".address.kana");
    }

    private void text(String tag, String item) throws FormFault {
        out.element(tag, Characters.checked(item, items.text(item)));
    }

    private void optional(String tag, String item) throws FormFault {
        Optional<String> text = items.optional(item);
        if (text.isPresent()) {
            out.element(tag, Characters.checked(item, text.get()));
        }
    }

    private void date(String tag, String item) throws FormFault {
        Wareki day = day(item);
        month(tag, day).element("日", Integer.toString(day.day())).close(tag);
    }

    private void month(String tag, String item) throws FormFault {
        month(tag, day(item)).close(tag);
    }

    private XmlText month(String tag, Wareki day) {
        return out.open(tag)
                .element("元号", day.era())
                .element("年", Integer.toString(day.year()))
                .element("月", Integer.toString(day.month()));
    }

    private Wareki day(String item) throws FormFault {
        LocalDate day = items.date(item);
        return Wareki.of(item, day);
    }
}
