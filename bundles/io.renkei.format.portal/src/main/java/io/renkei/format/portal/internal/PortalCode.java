package io.renkei.format.portal.internal;

import io.renkei.api.spi.PackageReader.FormatFault;
import java.util.Optional;

/** What can be wrong with an application of the portal, in sentences for its sender. None repeats a value. */
enum PortalCode {
    VERSION(
            1,
            "This version of the application format is not known here. Write the namespace urn:renkei:application:1.",
            "この版の申請書式には対応していません。名前空間 urn:renkei:application:1 で作成してください。"),
    STRUCTURE(
            2,
            "An element is missing, unknown or out of order. Follow application-1.xsd.",
            "要素が不足しているか、未知の要素があるか、順序が誤っています。application-1.xsd に従ってください。"),
    ATTRIBUTE(
            3,
            "An attribute is missing or not allowed. Follow application-1.xsd.",
            "属性が不足しているか、許可されていない属性があります。application-1.xsd に従ってください。"),
    VALUE(4, "The value does not have the form of its type.", "値が型の形式に合っていません。"),
    REPEATED(
            5,
            "An item, a procedure, an attachment or a file name stands twice. Give each once.",
            "項目、手続、添付書類又はファイル名が重複しています。それぞれ一度だけ記載してください。"),
    CHECK_DIGIT(6, "The check digit of the number is wrong. Enter the number again.", "番号の検査用数字が誤っています。番号を入力し直してください。"),
    ATTACHMENT_MISSING(
            7,
            "The announced file is not in the package. Add it under the announced name, or take it out of the document.",
            "記載された添付ファイルが申請データに含まれていません。同じ名前で追加するか、記載を削除してください。"),
    ATTACHMENT_EXTRA(
            8,
            "The package holds a file that the signed document does not announce. Announce it, or take it out.",
            "署名された文書に記載のないファイルが申請データに含まれています。記載するか、ファイルを取り除いてください。"),
    ATTACHMENT_CHANGED(
            9,
            "The file is not the announced one: its size or its SHA-256 differs. Send the file that was signed.",
            "添付ファイルの大きさ又はSHA-256が記載と一致しません。署名した時点のファイルを送信してください。"),
    ATTACHMENT_UNKNOWN(
            10,
            "The item points to an attachment that the document does not announce. Correct the id or announce it.",
            "項目が参照する添付書類の記載がありません。識別子を直すか、添付書類を記載してください。"),
    TOO_MANY_ITEMS(
            11,
            "The block has more than " + ContentReader.MAX_ITEMS + " items. Send fewer in one application.",
            "一つの区分の項目が" + ContentReader.MAX_ITEMS + "件を超えています。申請を分けてください。"),
    MORE(
            12,
            "There are more faults than are told at once. Correct the ones above and check again.",
            "誤りが多いため、一部のみを示しています。修正のうえ、再度確認してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    PortalCode(int number, String sentence, String sentenceJa) {
        this.code = String.format("PORTAL-%03d", number);
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    FormatFault at(String place) {
        return at(place, Optional.empty());
    }

    FormatFault at(String place, Optional<String> item) {
        return new FormatFault(code, place, sentence, sentenceJa, item);
    }

    /** With a hint in both languages; the hint comes from the schema, never from the document. */
    FormatFault at(String place, Optional<String> item, Hint hint) {
        return new FormatFault(code, place, sentence + " " + hint.en(), sentenceJa + hint.ja(), item);
    }

    /** What would be right. */
    record Hint(String en, String ja) {}
}
