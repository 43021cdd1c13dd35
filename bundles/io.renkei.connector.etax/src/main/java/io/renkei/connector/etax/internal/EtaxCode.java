package io.renkei.connector.etax.internal;

/** What can happen at e-Tax, each with a sentence that says what to do. */
enum EtaxCode {
    UNREACHABLE(
            "ETAX-001",
            "e-Tax cannot be reached; nothing was sent and the filing goes again by itself. Check endpoint.url, network and certificates if it lasts.",
            "e-Taxに接続できません。送信は行われておらず、自動的に再送します。続く場合はendpoint.url、ネットワーク、証明書を確認してください。"),
    BUSY(
            "ETAX-002",
            "e-Tax asks to come back later; the filing goes again by itself. Lower concurrency if it lasts.",
            "e-Taxが混雑しています。指定時刻以降に自動的に再送します。続く場合はconcurrencyを下げてください。"),
    NO_USABLE_ANSWER(
            "ETAX-003",
            "e-Tax gives no usable answer to a question; it is asked again. Check endpoint.url if it lasts.",
            "照会に対するe-Taxの応答を解釈できません。再度照会します。続く場合はendpoint.urlを確認してください。"),
    NOT_LISTED(
            "ETAX-004",
            "e-Tax does not list the filing whose document was fetched; it is told again later. Look the filing up at e-Tax if it lasts.",
            "公文書を取得した届出がe-Taxで見つかりません。後で再度通知します。続く場合はe-Taxで届出を確認してください。"),
    UNKNOWN_PROCEDURE(
            "ETAX-005",
            "This connector has no form for the procedure. Take the procedure off e-Tax in the catalogue, or update the gateway, then replay the filing.",
            "この手続の様式がありません。手続の提出先を確認するかゲートウェイを更新し、再処理してください。"),
    FILES_NOT_SENT(
            "ETAX-006",
            "The filing has files beside its items, which this connector cannot send. File it at e-Tax by hand, or update the gateway, then replay the filing.",
            "添付ファイルまたは原本ファイルのある届出は送信できません。e-Taxで直接提出するか、ゲートウェイを更新して再処理してください。"),
    CLIENT_ERROR(
            "ETAX-007",
            "e-Tax rejects the call as such, not the content. Check endpoint.url, tls.identity and the version of the contract, then replay the filing.",
            "e-Taxが呼出し自体を拒否しました。endpoint.url、tls.identity、インターフェースの版を確認し、再処理してください。"),
    NOBODY(
            "ETAX-008",
            "A message box was read without TLS, so nobody knows who answered, and nothing of it was taken. Set an https address in endpoint.url.",
            "TLSなしでメッセージボックスに接続したため、相手を確認できず受け取りませんでした。endpoint.urlにhttpsのアドレスを設定してください。"),
    ODD_MESSAGE(
            "ETAX-009",
            "e-Tax answers with another message than the one that was asked for, or with one that cannot be read; it stays in the box and is asked for again. Look at the box if it lasts.",
            "要求したものと異なる、または解釈できないメッセージが返されました。メッセージボックスに残し、再度取得します。続く場合はメッセージボックスを確認してください。"),
    NO_ANSWER(
            "ETAX-010",
            "The filing was sent, or perhaps sent, and no answer came. It is looked up by its file name; nothing needs to be done.",
            "送信後に応答がありませんでした。ファイル名で照会します。操作は不要です。"),
    ODD_ANSWER(
            "ETAX-011",
            "The filing was sent and the answer cannot be believed. It is looked up by its file name; nothing needs to be done.",
            "送信後の応答を解釈できません。ファイル名で照会します。操作は不要です。"),
    CHARACTER(
            "ETAX-020",
            "Character %s of the item is not in JIS X 0208, which is all that e-Tax takes. Write it otherwise and send a new application.",
            "項目の%s文字目はe-Taxで使用できない文字（JIS X 0208の範囲外）です。別の文字に置き換え、改めて申請してください。"),
    MISSING_ITEM("ETAX-021", "The item is missing. Add it and send a new application.", "項目がありません。項目を追加し、改めて申請してください。"),
    WRONG_ITEM(
            "ETAX-022",
            "The item has a form or value that e-Tax does not take. Correct it and send a new application.",
            "項目の形式または値がe-Taxの規定に合いません。訂正し、改めて申請してください。"),
    REFUSED(
            "ETAX-030",
            "e-Tax's check found an error, so the filing was not accepted. Correct the named place and send a new application.",
            "e-Taxの確認でエラーがあり、受け付けられませんでした。該当箇所を訂正し、改めて申請してください。"),
    REFUSED_SEAL(
            "ETAX-031",
            "e-Tax does not accept the signature or its certificate. Ask the operator to register the gateway's certificate, then send a new application.",
            "電子署名または証明書がe-Taxで受け付けられません。運用者に証明書の登録を依頼し、改めて申請してください。"),
    REFUSED_FILER(
            "ETAX-032",
            "e-Tax does not know the filer's number (利用者識別番号). Correct it and send a new application.",
            "利用者識別番号に誤りがあります。訂正し、改めて申請してください。"),
    REFUSED_FORM(
            "ETAX-033",
            "e-Tax does not take the procedure or form in this version. Ask the operator to check the identifiers of the form, then send a new application.",
            "手続または様式の版が受け付けられません。運用者に様式の識別子の確認を依頼し、改めて申請してください。"),
    REFUSED_OFFICE(
            "ETAX-034",
            "e-Tax does not accept the tax office that the filing is addressed to. Correct it and send a new application.",
            "提出先税務署に誤りがあります。訂正し、改めて申請してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    EtaxCode(String code, String sentence, String sentenceJa) {
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

    /** Japanese first, then English, with the number where the sentence has a place for it. */
    String both(String number) {
        return sentenceJa.replace("%s", number) + " / " + sentence.replace("%s", number);
    }
}
