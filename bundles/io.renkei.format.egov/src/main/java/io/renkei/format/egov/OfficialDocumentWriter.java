package io.renkei.format.egov;

import io.renkei.format.egov.internal.Era;
import io.renkei.format.egov.internal.XmlText;
import java.time.LocalDate;

/**
 * Writes official documents (公文書, DOC 1.0), unsigned. The issuer signs the element with {@code ID="DOCBODY"} and puts
 * the signature behind it. No stylesheet is named: a gateway runs none. Safe for use by several threads.
 */
public final class OfficialDocumentWriter {

    /** The attribute that is the XML ID of the element to be signed. */
    public static final String ID_ATTRIBUTE = "ID";

    /** The ID of the element to be signed. */
    public static final String ID = "DOCBODY";

    /** What the signed element says when nothing more is to follow. */
    public static final String CLOSED = "手続終了";

    /** Before the issuer's number of the document that this one replaces. */
    public static final String REPLACES = "renkei.replaces:";

    /** Before the issuer's number of the document that this one takes back. */
    public static final String WITHDRAWS = "renkei.withdraws:";

    /** @throws IllegalArgumentException if the day lies before the first era that is known */
    public byte[] write(OfficialDocument document) {
        XmlText xml = new XmlText();
        xml.open("DOC", "VERSION", "1.0");
        xml.open("FRONT").leaf("SECRECY", "公文書形式").leaf("STAMP", "要").close();
        xml.open("BODY", ID_ATTRIBUTE, ID);
        xml.leaf("DOCNO", document.number());
        xml.leaf("DATE", date(document.issuedOn()), "TYPE", "1");
        xml.open("TO")
                .leaf("AFF", "")
                .leaf("NAME", document.addressee())
                .leaf("HONORIFC", "様")
                .close();
        xml.open("AUTHOR")
                .leaf("AFF", document.agency())
                .leaf("NAME", document.officer())
                .close();
        xml.leaf("TITLE", document.title());
        xml.open("REFDOC")
                .leaf("DOCLINK", document.filing().map(key -> "renkei:" + key).orElse(""));
        document.replaces()
                .ifPresent(earlier ->
                        xml.leaf("DOCLINK", (earlier.withdraws() ? WITHDRAWS : REPLACES) + earlier.noticeId()));
        xml.close();
        xml.open("MAINTXT", "LEVEL", "0");
        document.paragraphs().forEach(paragraph -> xml.leaf("P", paragraph));
        xml.close();
        if (document.closes()) {
            xml.open("MAINTXT2")
                    .leaf("MT2TITLE", CLOSED)
                    .open("MT2TEXT")
                    .leaf("P", "")
                    .close()
                    .close();
        }
        xml.open("REFERENC").leaf("P", document.receiptNumber().orElse("")).close();
        xml.close();
        xml.close();
        return xml.bytes();
    }

    private static String date(LocalDate day) {
        Era era = Era.of(day);
        return era.kanji() + era.year(day) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
