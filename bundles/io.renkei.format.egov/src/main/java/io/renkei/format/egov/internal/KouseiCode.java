package io.renkei.format.egov.internal;

import io.renkei.api.spi.PackageReader.FormatFault;
import java.util.Optional;

/** What can be wrong with a package in e-Gov's format, in sentences for its sender. None repeats a value or a name. */
enum KouseiCode {
    OUTSIDE_FOLDER(
            1,
            "The file stands in no folder of a procedure. Put it into {手続識別子}/ or {手続識別子}(n)/, without folders below.",
            "ファイルが手続のフォルダにありません。{手続識別子}/ 又は {手続識別子}(n)/ の直下に置いてください。"),
    NO_KOUSEI(2, "The folder has no kousei.xml. Add it.", "フォルダに kousei.xml がありません。追加してください。"),
    SEPARATE_SIGNATURES(
            3,
            "The form with separately signed files (個別ファイル署名形式) is not taken here. Send the standard form (標準形式).",
            "個別ファイル署名形式には対応していません。標準形式で送信してください。"),
    UNREADABLE(
            4,
            "The file is no XML that can be read: well-formed, without DOCTYPE, of usual size. Write it again.",
            "XMLとして読み取れません。DOCTYPEを含まない整形式のXMLで作成し直してください。"),
    NO_FORM(5, "kousei.xml names no application file (申請書ファイル名称). Name it.", "kousei.xml に申請書ファイル名称がありません。記載してください。"),
    FILE_MISSING(
            6,
            "A file that kousei.xml lists is not in the folder. Add it under the listed name.",
            "kousei.xml に記載されたファイルがフォルダにありません。同じ名称で追加してください。"),
    WRONG_ID(
            7,
            "The attribute ID of 構成情報 is not \"構成情報\". Correct it and sign again.",
            "構成情報のID属性が「構成情報」ではありません。修正し、署名し直してください。"),
    PROCEDURE_DIFFERS(
            8,
            "手続ID is not the one that the folder is named after. Correct one of them.",
            "手続IDがフォルダ名の手続識別子と一致しません。どちらかを修正してください。"),
    AGENCY_DIFFERS(
            9,
            "受付行政機関ID is not \"100\" with the first three characters of 手続ID. Correct it.",
            "受付行政機関IDが「100」と手続IDの先頭3文字の組合せではありません。修正してください。"),
    KIND(
            10,
            "Only new applications (新規申請) are taken in a package. Send corrections the way the request for them says.",
            "申請データとして受け付けるのは新規申請のみです。補正は補正通知の案内に従って送信してください。"),
    FIRST_RECEIPT(11, "初回受付番号 is filled in on a new application. Leave it empty.", "新規申請では初回受付番号を記載しないでください。"),
    LISTED_TWICE(12, "kousei.xml lists a file twice. List it once.", "kousei.xml に同じファイルが重複して記載されています。"),
    FILE_UNLISTED(
            13,
            "The folder holds a file that kousei.xml does not list. List it, or take it out.",
            "kousei.xml に記載のないファイルがフォルダにあります。記載するか、取り除いてください。"),
    ATTACHMENT_WITHOUT_FILE(
            14,
            "An attachment that is not sent apart (別送) has no 添付書類ファイル名称. Name its file.",
            "別送以外の添付書類に添付書類ファイル名称がありません。記載してください。"),
    OFFICE(
            15,
            "提出先識別子 is not 23 half-width digits and capital letters. Take it from the procedure's list.",
            "提出先識別子が半角英数字23文字ではありません。手続の提出先一覧から選んでください。"),
    MORE(16, "There are more faults than are told at once.", "誤りが多いため、一部のみを示しています。修正のうえ、再度確認してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    KouseiCode(int number, String sentence, String sentenceJa) {
        this.code = String.format("KOUSEI-%03d", number);
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    FormatFault at(String place) {
        return new FormatFault(code, place, sentence, sentenceJa, Optional.empty());
    }
}
