package io.renkei.format.egov.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.ItemId;
import io.renkei.api.model.ItemValue;
import io.renkei.format.egov.CaseMark;
import io.renkei.format.egov.EgovCase;
import io.renkei.format.egov.EgovCase.CaseFile;
import io.renkei.format.egov.EgovOffice;
import io.renkei.format.egov.EgovPackageWriter;
import io.renkei.format.egov.EgovProcedure;

/** Writes the configuration (構成管理XML) of a filing that the gateway makes, in the order of the recorded exchanges. */
public final class KouseiWriter {

    private static final String FORM_ID = "999000000000000001";
    private static final String WITHDRAWAL_FORM_ID = "999000000000000009";
    private static final String[] PERSON = {
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
    private static final int FEES = 6;
    private static final int INQUIRIES = 10;

    private KouseiWriter() {}

    /** @throws IllegalArgumentException if no office is given */
    public static byte[] write(EgovCase filing) {
        EgovProcedure procedure = filing.procedure();
        EgovOffice office = office(filing);
        XmlText xml = new XmlText().open("DataRoot");
        xml.leaf("様式ID", FORM_ID).leaf("様式バージョン", "0001").leaf("STYLESHEET", FORM_ID + ".xsl");
        xml.open(EgovPackageWriter.ID, EgovPackageWriter.ID_ATTRIBUTE, EgovPackageWriter.ID);
        xml.open("管理情報").open("手続番号");
        xml.leaf("受付行政機関ID", "100" + procedure.officialId().substring(0, 3));
        xml.leaf("手続ID", procedure.officialId()).close();
        xml.leaf("手続名称", procedure.name());
        xml.leaf("初回受付番号", filing.firstReceipt()).leaf("申請種別", filing.kind().word());
        xml.open("申請者連絡先情報");
        applicant(xml, filing.content());
        xml.open("連絡先情報").empty(PERSON).close();
        xml.open("委任登録票添付情報").empty("発行番号", "委任登録票名称", "委任登録票ファイル名称").close();
        xml.close().close();
        filing.attachments().forEach(attachment -> attachment(xml, attachment));
        numbered(xml, "手数料情報", "手数料", FEES, "手数料識別子", "略科目コード", "略科目名", "振込金額");
        xml.leaf("通信欄", filing.mark().text());
        numbered(xml, "府省照会情報", "府省照会", INQUIRIES, "府省照会情報ラベル", "府省照会情報");
        xml.open("提出先情報")
                .leaf("提出先識別子", office.id())
                .leaf("提出先名称", office.name())
                .close();
        xml.open("申請書属性情報").leaf("申請書様式ID", procedure.formId());
        xml.leaf("申請書様式バージョン", String.format("%04d", procedure.formVersion()));
        xml.leaf("申請書様式名称", procedure.formName())
                .leaf("申請書ファイル名称", procedure.formFile())
                .close();
        xml.close().empty("署名情報").close();
        return xml.bytes();
    }

    /** The configuration of 取下げ依頼; our own skeleton, since the official one is not public. */
    public static byte[] withdrawal(CaseMark mark, String receipt) {
        String procedure = EgovPackageWriter.WITHDRAWAL;
        XmlText xml = new XmlText().open("DataRoot");
        xml.leaf("様式ID", WITHDRAWAL_FORM_ID).leaf("様式バージョン", "0001").leaf("STYLESHEET", WITHDRAWAL_FORM_ID + ".xsl");
        xml.open(EgovPackageWriter.ID, EgovPackageWriter.ID_ATTRIBUTE, EgovPackageWriter.ID);
        xml.open("管理情報").open("手続番号");
        xml.leaf("受付行政機関ID", "100" + procedure.substring(0, 3));
        xml.leaf("手続ID", procedure).close();
        xml.leaf("手続名称", "取下げ依頼").leaf("初回受付番号", receipt).leaf("申請種別", "取下げ依頼").close();
        xml.leaf("通信欄", mark.text());
        xml.open("申請書属性情報").leaf("申請書様式ID", EgovPackageWriter.WITHDRAWAL_FORM);
        xml.leaf("申請書様式バージョン", "0001").leaf("申請書様式名称", "取下げ依頼書");
        xml.leaf("申請書ファイル名称", EgovPackageWriter.WITHDRAWAL_FILE).close();
        xml.close().empty("署名情報").close();
        return xml.bytes();
    }

    /** The form of 取下げ依頼; our own skeleton. */
    public static byte[] withdrawalForm(String reason) {
        XmlText xml = new XmlText().open("DataRoot").leaf("様式ID", EgovPackageWriter.WITHDRAWAL_FORM);
        return xml.leaf("取下げ理由", reason).close().bytes();
    }

    private static EgovOffice office(EgovCase filing) {
        return filing.office()
                .orElseGet(() -> filing.content()
                        .get(new ItemId("hello-work.office"))
                        .filter(ItemValue.Code.class::isInstance)
                        .map(code -> new EgovOffice(((ItemValue.Code) code).value(), ""))
                        .orElseThrow(() -> new IllegalArgumentException("a case needs the office it goes to")));
    }

    private static void applicant(XmlText xml, FilingContent content) {
        Cells.Sheet sheet = new Cells.Sheet();
        Cells.text("氏名", "employer.representative").write(content, sheet);
        Cells.text("法人団体名", "employer.name").write(content, sheet);
        Cells.kana("法人団体名フリガナ", "employer.name.kana").write(content, sheet);
        Cells.half("郵便番号", "employer.postal-code", "[0-9]{7}").write(content, sheet);
        Cells.address("住所", "employer.prefecture", "employer.address").write(content, sheet);
        Cells.addressKana("住所フリガナ", "employer.prefecture", "employer.address.kana")
                .write(content, sheet);
        Cells.half("電話番号", "employer.phone", "[0-9-]{9,14}").write(content, sheet);
        xml.open("申請者情報");
        for (String element : PERSON) {
            xml.leaf(element, sheet.text(element));
        }
        xml.close();
    }

    private static void attachment(XmlText xml, CaseFile attachment) {
        xml.open("添付書類属性情報").leaf("添付種別", "添付");
        xml.leaf("添付書類名称", attachment.title()).leaf("添付書類ファイル名称", attachment.file());
        xml.leaf("提出情報", "1").close();
    }

    private static void numbered(XmlText xml, String group, String element, int times, String... empty) {
        xml.open(group);
        for (int i = 1; i <= times; i++) {
            xml.open(element + i).empty(empty).close();
        }
        xml.close();
    }
}
