package io.renkei.connector.yaml.internal;

/** What can happen with a destination that is connected by a file, each with a sentence that says what to do. */
enum YamlCode {
    UNREACHABLE(
            "YAML-001",
            "The destination cannot be reached; nothing was sent and the filing goes again by itself. Check endpoint.url, network and certificates if it lasts.",
            "申請先に接続できません。送信は行われておらず、自動的に再送します。続く場合はendpoint.url、ネットワーク、証明書を確認してください。"),
    BUSY(
            "YAML-002",
            "The destination asks to come back later; the filing goes again by itself. Lower concurrency if it lasts.",
            "申請先が混雑しています。指定時刻以降に自動的に再送します。続く場合はconcurrencyを下げてください。"),
    NO_GOOD_ANSWER(
            "YAML-003",
            "The destination does not answer a question as its file says; it is asked again by itself. Check endpoint.url and the section inquiry if it lasts.",
            "申請先から照会への有効な応答がありません。自動的に再照会します。続く場合はendpoint.urlとinquiryの定義を確認してください。"),
    OTHER_PROCEDURE(
            "YAML-004",
            "The file does not name the procedure. Add it to procedures, or correct the destinations of the procedure in the catalogue, then replay the filing.",
            "接続定義に手続がありません。proceduresに追加するか、手続カタログの提出先を訂正し、再処理してください。"),
    FILES_NOT_SENT(
            "YAML-005",
            "The filing has files, which a route in a file cannot send. File it by hand or connect the destination by a bundle, then replay the filing.",
            "この接続方式ではファイルを送信できません。別途申請するか、専用の接続部を導入し、再処理してください。"),
    ITEM_NOT_SENT(
            "YAML-006",
            "The body names an item whose kind a file cannot send: an individual number, a group or an attachment. Take it out of the body, or connect the destination by a bundle, then replay the filing.",
            "個人番号、繰返し項目、添付書類はこの接続方式では送信できません。本文の定義から外すか専用の接続部を導入し、再処理してください。"),
    CALL_REJECTED(
            "YAML-007",
            "The destination rejects the call as such, not the content. Check endpoint.url, tls.identity and the body, then replay the filing.",
            "申請先が呼出し自体を拒否しました。endpoint.url、tls.identity、本文の定義を確認し、再処理してください。"),
    NO_ANSWER(
            "YAML-010",
            "The filing was sent, or perhaps sent, and no answer came. Where the file has an inquiry it is looked up by its key and nothing needs to be done; else ask the destination.",
            "送信後に応答がありませんでした。照会の定義があれば自動的に確認します。ない場合は申請先に確認してください。"),
    ODD_ANSWER(
            "YAML-011",
            "The filing was sent and no row of answers fits the answer. Where the file has an inquiry it is looked up by its key and nothing needs to be done; else ask the destination.",
            "送信後の応答が定義のどれにも当てはまりません。照会の定義があれば自動的に確認します。ない場合は申請先に確認してください。"),
    REFUSED(
            "YAML-020",
            "The destination refused the filing at the named place. Correct it and send a new application.",
            "申請先の確認で不備がありました。該当箇所を訂正し、改めて申請してください。"),
    MISSING("YAML-021", "The item is missing. Fill it in and send a new application.", "項目が未入力です。入力し、改めて申請してください。"),
    CHARACTER(
            "YAML-022",
            "The item has a character that cannot be sent. Write it with another one and send a new application.",
            "項目に送信できない文字があります。別の文字に置き換え、改めて申請してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    YamlCode(String code, String sentence, String sentenceJa) {
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
