package io.renkei.catalogue.internal;

import io.renkei.ports.catalogue.Catalogue.RuleFault;

/** The rules that a package can break. The codes are stable for ever; README.md lists them. */
enum CatalogueCode {
    LIFE_EVENT_UNKNOWN(
            "CAT-001",
            "The catalogue has no such life event. Take one of the listed life events and submit again.",
            "指定されたライフイベントはありません。一覧にあるライフイベントを指定して再提出してください。"),
    PROCEDURE_UNKNOWN(
            "CAT-002",
            "The catalogue has no such procedure. Take the number or official identifier of a listed one.",
            "指定された手続はありません。一覧にある手続の番号または手続識別子を指定してください。"),
    PROCEDURE_NOT_VALID(
            "CAT-003",
            "The procedure is not accepted on this day. Look up from when to when it is valid.",
            "この手続は本日は受け付けていません。受付期間を確認してください。"),
    PROCEDURE_OF_ANOTHER_LIFE_EVENT(
            "CAT-004",
            "The procedure does not belong to the life event of the package. Take it out or name another life event.",
            "この手続は指定されたライフイベントに含まれません。手続を外すか、ライフイベントを改めてください。"),
    PROCEDURE_NOT_OFFERED(
            "CAT-005",
            "The procedure is known but not offered yet through this gateway. File it with the destination directly.",
            "この手続は本システムではまだ取り扱っていません。申請先機関へ直接申請してください。"),
    ITEM_MISSING(
            "CAT-006",
            "The procedure needs the item %s. Add it and submit again.",
            "この手続には項目「%2$s」が必要です。入力して再提出してください。"),
    ITEM_NOT_LISTED(
            "CAT-007",
            "The procedure has no such item. Take it out and submit again.",
            "この手続にはこの項目はありません。項目を外して再提出してください。"),
    ITEM_UNKNOWN(
            "CAT-008",
            "The catalogue has no such item. Take it out and submit again.",
            "この項目は定義されていません。項目を外して再提出してください。"),
    ITEM_OF_ANOTHER_TYPE(
            "CAT-009",
            "The item has another type than it was sent with; send it as %3$s.",
            "項目「%2$s」の型が違います。型 %3$s で送ってください。"),
    TOO_LONG(
            "CAT-010",
            "The item has more characters than the %3$s that it may have. Shorten it.",
            "項目「%2$s」は%3$s文字以内で入力してください。"),
    WRONG_FORM(
            "CAT-011",
            "The item has another form than the catalogue demands: %3$s. Correct it.",
            "項目「%2$s」の書式が違います（%3$s）。訂正してください。"),
    NOT_IN_CODE_LIST(
            "CAT-012",
            "The code list %3$s has no such code. Take one of the list.",
            "項目「%2$s」はコード表 %3$s にない値です。コード表の値を指定してください。"),
    WRONG_CHECK_DIGIT(
            "CAT-013",
            "The check digit of the item is wrong. Compare the number with its source.",
            "項目「%2$s」の検査数字が違います。番号を確認してください。"),
    AMOUNT_OUT_OF_RANGE(
            "CAT-014", "The amount lies outside %3$s to %4$s yen. Correct it.", "項目「%2$s」は%3$s円から%4$s円までで入力してください。"),
    ATTACHMENT_MISSING(
            "CAT-015",
            "The item names an attachment that the package does not have. Add the file or take the item out.",
            "項目「%2$s」の示す添付書類がありません。添付するか、項目を外してください。"),
    TOO_MANY_MEMBERS(
            "CAT-016", "The group has more entries than the %3$s that it may have.", "項目「%2$s」は%3$s件以内で入力してください。"),
    GIVEN_TWICE(
            "CAT-017",
            "The item stands among the common items and in the procedure with different values. Keep one.",
            "項目「%2$s」が共通項目と手続の両方に異なる値で入力されています。一方を外してください。"),
    NO_DESTINATION(
            "CAT-018",
            "The item names a destination, but its value can name none. Correct it.",
            "項目「%2$s」から申請先機関を決められません。訂正してください。"),
    NO_PROCEDURE("CAT-019", "The package names no procedure. Add at least one.", "手続が指定されていません。1つ以上指定してください。"),
    BORN_AFTER_ARRIVAL(
            "CAT-020", "The date of birth lies after the day of arrival. Correct it.", "生年月日が受付日より後です。訂正してください。"),
    STARTED_BEFORE_BIRTH(
            "CAT-021",
            "The employment begins before the date of birth. Correct one of the two dates.",
            "雇入年月日が生年月日より前です。いずれかを訂正してください。"),
    STARTS_TOO_LATE(
            "CAT-022",
            "The employment begins more than a year after the day of arrival. Submit again nearer to it.",
            "雇入年月日が受付日の1年後より先です。日付を確認し、時期が来てから提出してください。"),
    MORE_FAULTS(
            "CAT-023",
            "There are more faults than the hundred that are told. Correct these and submit again.",
            "ほかにも誤りがあります（表示は100件まで）。訂正して再提出してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    CatalogueCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    /** The fault at a place that concerns no item of the catalogue. */
    RuleFault at(String place) {
        return new RuleFault(code, place, sentence, sentenceJa);
    }

    /** The fault of an item; the words come from the catalogue, never from the package. */
    RuleFault at(String place, Item item, Object... words) {
        Object[] all = new Object[words.length + 2];
        all[0] = item.id();
        all[1] = item.nameJa();
        System.arraycopy(words, 0, all, 2, words.length);
        return new RuleFault(code, place, sentence.formatted(all), sentenceJa.formatted(all));
    }
}
