package io.renkei.format.zip.internal;

import io.renkei.api.spi.PackageReader.FormatFault;
import io.renkei.ports.packages.PackageRefused;
import java.util.Optional;

/** Why a package is not opened. The codes are stable for ever; README.md lists them. */
enum ZipCode {
    NEITHER(
            "ZIP-001",
            "The package is neither a ZIP nor an XML document. Check which file was sent.",
            "ZIPファイルでもXML文書でもありません。送信したファイルを確認してください。"),
    BROKEN(
            "ZIP-002",
            "The ZIP is incomplete or damaged. Make it again and send it whole.",
            "ZIPファイルが途中で切れているか壊れています。作り直して再送信してください。"),
    EMPTY(
            "ZIP-003",
            "The ZIP holds no file. Put the application into it and send it again.",
            "ZIPファイルにファイルが入っていません。申請データを入れて再送信してください。"),
    TOO_MANY_ENTRIES(
            "ZIP-004",
            "The ZIP has more than the %s entries that are taken, folders included. Divide the application.",
            "ZIPファイルの項目数（フォルダーを含む）が上限の%sを超えています。申請を分けてください。"),
    ENTRY_TOO_LARGE(
            "ZIP-005",
            "A file has more than the %s bytes that are taken. Make it smaller and send the package again.",
            "ファイルの大きさが上限の%sバイトを超えています。小さくして再送信してください。"),
    TOTAL_TOO_LARGE(
            "ZIP-006",
            "The files together have more than the %s bytes that are taken. Divide the application.",
            "ファイルの合計が上限の%sバイトを超えています。申請を分けてください。"),
    RATIO(
            "ZIP-007",
            "A file is compressed more than %s times. Store it without compression and send the package again.",
            "ファイルの圧縮率が上限の%s倍を超えています。そのファイルを無圧縮で格納して再送信してください。"),
    NAME_UNREADABLE(
            "ZIP-008",
            "A file name is neither UTF-8 nor Shift_JIS (windows-31j). Make the ZIP with UTF-8 names.",
            "ファイル名の文字コードがUTF-8でもShift_JIS（windows-31j）でもありません。UTF-8の名前でZIPを作り直してください。"),
    NAME_TOO_LONG(
            "ZIP-009",
            "A file name with its folders has more than %s characters. Make it shorter.",
            "ファイル名（フォルダー名を含む）が%s文字を超えています。短くしてください。"),
    NAME_ABSOLUTE(
            "ZIP-010",
            "A file name starts with a slash or a drive. Make the ZIP with names relative to its top.",
            "ファイル名が「/」またはドライブ名で始まっています。相対名でZIPを作り直してください。"),
    NAME_ESCAPES(
            "ZIP-011",
            "A file name is empty or has an empty part, \".\" or \"..\". Use plain names of folders and files only.",
            "ファイル名が空か、空の階層、「.」、「..」を含んでいます。通常の名前だけを使ってください。"),
    NAME_BACKSLASH(
            "ZIP-012",
            "A file name has a backslash. Divide folders with a slash.",
            "ファイル名に「\\」があります。フォルダーは「/」で区切ってください。"),
    NAME_CONTROL(
            "ZIP-013",
            "A file name has a control or invisible formatting character. Rename the file.",
            "ファイル名に制御文字または見えない書式文字があります。名前を変更してください。"),
    NAME_TWICE(
            "ZIP-014",
            "A name stands twice, perhaps only with other capitals or composed otherwise. Give each file its own name.",
            "同じ名前が二つあります（大文字小文字や濁点の合成だけが違う場合を含む）。別の名前にしてください。"),
    ENCRYPTED(
            "ZIP-015",
            "A file is encrypted. Make the ZIP without a password.",
            "暗号化されたファイルがあります。パスワードなしでZIPを作り直してください。"),
    METHOD(
            "ZIP-016",
            "A file is compressed by a method that is not taken. Use Deflate, or no compression.",
            "対応していない圧縮方式です。Deflateまたは無圧縮でZIPを作り直してください。"),
    HEADERS_DIFFER(
            "ZIP-017",
            "The ZIP says two different things about one file. Make it again with another program.",
            "ZIPファイル内で同じファイルについての記載が食い違っています。別のソフトウェアで作り直してください。"),
    SPECIAL(
            "ZIP-018",
            "An entry is a link or a device, or is no folder where its name says so. Send plain files only.",
            "リンクや特殊ファイル、または名前と種別の合わない項目があります。通常のファイルだけを入れてください。"),
    SIZE_DIFFERS(
            "ZIP-019",
            "The content of a file is not as long as announced. Make the ZIP again.",
            "ファイルの実際の大きさが記載と異なります。ZIPを作り直してください。"),
    CHECKSUM(
            "ZIP-020",
            "The content of a file does not fit its checksum. Make the ZIP again and send it whole.",
            "ファイルの内容がチェックサムと合いません。ZIPを作り直して再送信してください。"),
    UNLISTED(
            "ZIP-021",
            "The ZIP has bytes that belong to none of its files, or to two. Make it again with another program.",
            "ZIPファイルに、どのファイルにも属さない、または重複する部分があります。別のソフトウェアで作り直してください。"),
    FORM(
            "ZIP-022",
            "The ZIP is in ZIP64 form or divided into volumes. Make one plain ZIP.",
            "ZIP64形式または分割されたZIPファイルです。通常の一つのZIPファイルにしてください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    ZipCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }

    /** @param place the name of the entry, {@code #n} where its name cannot be told, or empty for the whole package */
    PackageRefused at(String place, Object... words) {
        return new PackageRefused(
                new FormatFault(code, place, sentence.formatted(words), sentenceJa.formatted(words), Optional.empty()));
    }
}
