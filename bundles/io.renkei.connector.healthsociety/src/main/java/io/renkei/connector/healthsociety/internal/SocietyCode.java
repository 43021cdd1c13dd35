package io.renkei.connector.healthsociety.internal;

/** What can happen with a society, each with a sentence that says what to do. */
enum SocietyCode {
    UNREACHABLE(
            "SOCIETY-001",
            "The society cannot be reached; nothing was sent and the filing goes again by itself. Check endpoint.url, network and certificates if it lasts.",
            "健康保険組合に接続できません。送信は行われておらず、自動的に再送します。続く場合はendpoint.url、ネットワーク、証明書を確認してください。"),
    NO_GOOD_ANSWER(
            "SOCIETY-002",
            "The society does not answer a question as agreed; it is asked again by itself. Check endpoint.url if it lasts.",
            "健康保険組合から照会への有効な応答がありません。自動的に再照会します。続く場合はendpoint.urlを確認してください。"),
    NO_TIME(
            "SOCIETY-003",
            "Too little of the total timeout was left to send; the filing goes again by itself. Raise total.timeout.millis if it lasts.",
            "制限時間の残りが不足し送信しませんでした。自動的に再送します。続く場合はtotal.timeout.millisを増やしてください。"),
    BUSY(
            "SOCIETY-004",
            "The society asks to come back later; the filing goes again by itself. Lower concurrency if it lasts.",
            "健康保険組合が混雑しています。指定時刻以降に自動的に再送します。続く場合はconcurrencyを下げてください。"),
    UNKNOWN_PROCEDURE(
            "SOCIETY-006",
            "This connector has no form for the procedure. Correct the destinations of the procedure in the catalogue, then replay the filing.",
            "この手続の様式がありません。手続カタログの提出先を訂正し、再処理してください。"),
    CLIENT_ERROR(
            "SOCIETY-007",
            "The society rejects the call as such (permission, address or size), not the content. Check endpoint.url and tls.identity, then replay the filing.",
            "健康保険組合が呼出し自体（権限、宛先、サイズ）を拒否しました。endpoint.urlとtls.identityを確認し、再処理してください。"),
    UNREADABLE_FILES(
            "SOCIETY-008",
            "The files of the filing cannot be read from the content store now; nothing was sent and the filing goes again by itself.",
            "届出のファイルを読み出せません。送信は行われておらず、自動的に再送します。"),
    NO_ANSWER(
            "SOCIETY-010",
            "The filing was sent, or perhaps sent, and no answer came. It is looked up by its key; nothing needs to be done.",
            "送信後に応答がありませんでした。届出番号で照会します。操作は不要です。"),
    ODD_ANSWER(
            "SOCIETY-011",
            "The filing was sent and the answer cannot be believed. It is looked up by its key; nothing needs to be done.",
            "送信後の応答を解釈できません。届出番号で照会します。操作は不要です。"),
    REFUSED(
            "SOCIETY-020",
            "The society refused the filing at the named place. Correct it and send a new application.",
            "健康保険組合の審査で不備がありました。該当箇所を訂正し、改めて申請してください。"),
    REFUSED_SEAL(
            "SOCIETY-021",
            "The society does not accept the gateway's seal or the digest of the package. Ask the operator.",
            "システムの電子署名または原本ハッシュ値が受け付けられません。運用者に連絡してください。"),
    NOT_WITHDRAWABLE(
            "SOCIETY-022",
            "The society takes no withdrawal of this filing; its examination goes on. Turn to the society.",
            "健康保険組合ではこの届出を取り下げられません。審査は続きます。組合に連絡してください。"),
    CHARACTER(
            "SOCIETY-030",
            "A character of the item, at the named position, is not in JIS X 0208 and cannot be sent. Write it with another character and send a new application.",
            "項目の該当位置の文字はJIS第1・第2水準にないため提出できません。別の文字に置き換え、改めて申請してください。"),
    TOO_LONG(
            "SOCIETY-031",
            "The item is too long for the society's form, at the named byte limit. Shorten it and send a new application.",
            "項目が様式の上限バイト数を超えています。短くして、改めて申請してください。"),
    MISSING("SOCIETY-032", "The item is missing. Fill it in and send a new application.", "項目が未入力です。入力し、改めて申請してください。"),
    FORM(
            "SOCIETY-033",
            "The item has a form that the society's file cannot carry. Correct it and send a new application.",
            "項目の形式に誤りがあります。訂正し、改めて申請してください。"),
    NAME_DIVISION(
            "SOCIETY-034",
            "Family name and given name are divided by exactly one space. Correct the item and send a new application.",
            "氏名は姓と名の間に空白を1文字入れてください。訂正し、改めて申請してください。"),
    ERA(
            "SOCIETY-035",
            "The day lies before the Shōwa era, for which the form has no code. Correct it and send a new application.",
            "日付が昭和より前です。訂正し、改めて申請してください。"),
    TOO_LARGE(
            "SOCIETY-036",
            "The filing reaches 4.5 MB, which the society does not take. Make the attachments smaller and send a new application.",
            "提出データが4.5MB以上です。添付書類を小さくし、改めて申請してください。"),
    REASON_ITEM("SOCIETY-041", "The item is not as it has to be. Correct it.", "項目に誤りがあります。訂正してください。"),
    REASON_ATTACHMENT(
            "SOCIETY-042",
            "An attachment is missing or wrong. Attach the right file.",
            "添付書類に不足または誤りがあります。正しい書類を添付してください。"),
    ORIGINAL_FILES(
            "SOCIETY-037",
            "The society takes no e-Gov file. Enter the items of the procedure and send a new application.",
            "健康保険組合はe-Gov形式のファイルを受け付けません。項目を入力して改めて申請してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    SocietyCode(String code, String sentence, String sentenceJa) {
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

    String sentenceJa() {
        return sentenceJa;
    }
}
