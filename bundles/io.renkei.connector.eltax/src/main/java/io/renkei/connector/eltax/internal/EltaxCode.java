package io.renkei.connector.eltax.internal;

/** What can happen with eLTAX, each with a sentence that says what to do. */
enum EltaxCode {
    UNREACHABLE(
            "ELTAX-001",
            "eLTAX cannot be reached; nothing was sent and the filing goes again by itself. Check endpoint.url, network and certificates if it lasts.",
            "eLTAXに接続できません。送信は行われておらず、自動的に再送します。続く場合はendpoint.url、ネットワーク、証明書を確認してください。"),
    NO_GOOD_ANSWER(
            "ELTAX-002",
            "eLTAX does not answer a question as agreed; it is asked again by itself. Check endpoint.url if it lasts.",
            "eLTAXから照会への有効な応答がありません。自動的に再照会します。続く場合はendpoint.urlを確認してください。"),
    NO_TIME(
            "ELTAX-003",
            "Too little of the total timeout was left to send; the filing goes again by itself. Raise total.timeout.millis if it lasts.",
            "制限時間の残りが不足し送信しませんでした。自動的に再送します。続く場合はtotal.timeout.millisを増やしてください。"),
    BUSY(
            "ELTAX-004",
            "eLTAX asks to come back later; the filing goes again by itself. Lower concurrency if it lasts.",
            "eLTAXが混雑しています。指定時刻以降に自動的に再送します。続く場合はconcurrencyを下げてください。"),
    UNKNOWN_PROCEDURE(
            "ELTAX-006",
            "This connector has no form for the procedure. Correct the destinations of the procedure in the catalogue, then replay the filing.",
            "この手続の様式がありません。手続カタログの提出先を訂正し、再処理してください。"),
    CLIENT_ERROR(
            "ELTAX-007",
            "eLTAX rejects the call as such (permission, address or size), not the content. Check endpoint.url and tls.identity, then replay the filing.",
            "eLTAXが呼出し自体（権限、宛先、サイズ）を拒否しました。endpoint.urlとtls.identityを確認し、再処理してください。"),
    UNREADABLE_FILES(
            "ELTAX-008",
            "The files of the filing cannot be read from the content store now; nothing was sent and the filing goes again by itself.",
            "届出のファイルを読み出せません。送信は行われておらず、自動的に再送します。"),
    NO_ANSWER(
            "ELTAX-010",
            "The filing was sent, or perhaps sent, and no answer came. It is looked up by its key; nothing needs to be done.",
            "送信後に応答がありませんでした。届出番号で照会します。操作は不要です。"),
    ODD_ANSWER(
            "ELTAX-011",
            "The filing was sent and the answer cannot be believed. It is looked up by its key; nothing needs to be done.",
            "送信後の応答を解釈できません。届出番号で照会します。操作は不要です。"),
    REFUSED(
            "ELTAX-020",
            "eLTAX refused the filing at the named place. Correct it and send a new application.",
            "eLTAXの審査で不備がありました。該当箇所を訂正し、改めて申請してください。"),
    REFUSED_SEAL(
            "ELTAX-021",
            "eLTAX does not accept the gateway's seal or the digest of the package. Ask the operator.",
            "システムの電子署名または原本ハッシュ値が受け付けられません。運用者に連絡してください。"),
    CHARACTER(
            "ELTAX-030",
            "A character of the item, at the named position, is not in JIS X 0208 and cannot be sent. Write it with another character and send a new application.",
            "項目の該当位置の文字はJIS第1・第2水準にないため提出できません。別の文字に置き換え、改めて申請してください。"),
    MISSING("ELTAX-032", "The item is missing. Fill it in and send a new application.", "項目が未入力です。入力し、改めて申請してください。"),
    FORM(
            "ELTAX-033",
            "The item has a form that eLTAX cannot carry. Correct it and send a new application.",
            "項目の形式に誤りがあります。訂正し、改めて申請してください。"),
    ERA(
            "ELTAX-035",
            "The day lies before the Taishō era, which eLTAX does not take. Correct it and send a new application.",
            "日付が大正より前です。訂正し、改めて申請してください。"),
    MUNICIPALITY(
            "ELTAX-038",
            "The municipality code fails its check digit, so that there is no addressee. Correct it and send a new application.",
            "市区町村コードの検査数字に誤りがあり、提出先を決められません。訂正し、改めて申請してください。"),
    TOO_LARGE(
            "ELTAX-036",
            "The attachments reach 10 MB, which eLTAX does not take. Make them smaller and send a new application.",
            "添付書類が10MB以上です。小さくし、改めて申請してください。"),
    ORIGINAL_FILES(
            "ELTAX-037",
            "eLTAX takes no e-Gov file. Enter the items of the procedure and send a new application.",
            "eLTAXはe-Gov形式のファイルを受け付けません。項目を入力して改めて申請してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    EltaxCode(String code, String sentence, String sentenceJa) {
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
