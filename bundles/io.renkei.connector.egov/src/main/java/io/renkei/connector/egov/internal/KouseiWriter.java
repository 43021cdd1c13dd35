package io.renkei.connector.egov.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.spi.DispatchTask;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the configuration (構成管理XML, kousei.xml) of a filing that the gateway makes. The order of elements is that of
 * the recorded exchanges. The remark (通信欄) carries the filing key and the digest of the applicant's signed package.
 */
final class KouseiWriter {

    /** The ID of the element that the seal covers. */
    static final String ID = "構成情報";

    private static final String[] CONTACT = {
        "氏名",
        "氏名フリガナ",
        "役職",
        "法人団体名",
        "法人団体名フリガナ",
        "部門名",
        "部門名フリガナ",
        "郵便番号",
        "住所",
        "住所フリガナ",
        "電話番号",
        "FAX番号",
        "電子メールアドレス"
    };

    private KouseiWriter() {}

    static byte[] write(DispatchTask task, EgovProcedure procedure, String form, List<String> attachments) {
        FilingContent content = task.content();
        XmlText out = new XmlText()
                .open("DataRoot")
                .element("様式ID", "999000000000000001")
                .element("様式バージョン", "0001")
                .element("STYLESHEET", "999000000000000001.xsl")
                .open(ID, "ID", ID)
                .open("管理情報")
                .open("手続番号")
                .element("受付行政機関ID", "100" + procedure.officialId().substring(0, 3))
                .element("手続ID", procedure.officialId())
                .close("手続番号")
                .element("手続名称", procedure.name())
                .empty("初回受付番号")
                .element("申請種別", "新規申請")
                .open("申請者連絡先情報");
        applicant(out, content);
        out.open("連絡先情報").empty(CONTACT).close("連絡先情報");
        out.open("委任登録票添付情報")
                .empty("発行番号", "委任登録票名称", "委任登録票ファイル名称")
                .close("委任登録票添付情報")
                .close("申請者連絡先情報")
                .close("管理情報");
        attachments.forEach(name -> attachment(out, name));
        fees(out);
        out.element("通信欄", "renkei:" + task.filing() + " sha256:" + task.packageDigest());
        inquiries(out);
        out.open("提出先情報")
                .element("提出先識別子", ItemTexts.of(content, "hello-work.office"))
                .empty("提出先名称")
                .close("提出先情報");
        out.open("申請書属性情報")
                .element("申請書様式ID", procedure.formId())
                .element("申請書様式バージョン", procedure.formVersion())
                .element("申請書様式名称", procedure.formName())
                .element("申請書ファイル名称", form)
                .close("申請書属性情報");
        return out.close(ID).close("DataRoot").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void applicant(XmlText out, FilingContent content) {
        out.open("申請者情報")
                .element("氏名", ItemTexts.of(content, "employer.representative"))
                .empty("氏名フリガナ", "役職")
                .element("法人団体名", ItemTexts.of(content, "employer.name"))
                .element("法人団体名フリガナ", ItemTexts.of(content, "employer.name.kana"))
                .empty("部門名", "部門名フリガナ")
                .element("郵便番号", ItemTexts.of(content, "employer.postal-code"))
                .element("住所", ItemTexts.of(content, "employer.address"))
                .element("住所フリガナ", ItemTexts.of(content, "employer.address.kana"))
                .element("電話番号", ItemTexts.of(content, "employer.phone"))
                .empty("FAX番号", "電子メールアドレス")
                .close("申請者情報");
    }

    private static void attachment(XmlText out, String name) {
        out.open("添付書類属性情報")
                .element("添付種別", "添付")
                .element("添付書類名称", name)
                .element("添付書類ファイル名称", name)
                .element("提出情報", "1")
                .close("添付書類属性情報");
    }

    private static void fees(XmlText out) {
        out.open("手数料情報");
        for (int i = 1; i <= 6; i++) {
            out.open("手数料" + i).empty("手数料識別子", "略科目コード", "略科目名", "振込金額").close("手数料" + i);
        }
        out.close("手数料情報");
    }

    private static void inquiries(XmlText out) {
        out.open("府省照会情報");
        for (int i = 1; i <= 10; i++) {
            out.open("府省照会" + i).empty("府省照会情報ラベル", "府省照会情報").close("府省照会" + i);
        }
        out.close("府省照会情報");
    }
}
