package io.renkei.connector.egov.internal;

/** What can happen at e-Gov, each with a sentence that says what to do. */
enum EgovCode {
    UNREACHABLE(
            "EGOV-001",
            "e-Gov cannot be reached; nothing was sent and the filing goes again by itself. Check endpoint.url, network and certificates if it lasts.",
            "e-Govに接続できません。送信は行われておらず、自動的に再送します。続く場合はendpoint.url、ネットワーク、証明書を確認してください。"),
    TOKENS_UNREACHABLE(
            "EGOV-002",
            "e-Gov's token endpoint gives no usable answer; nothing was sent and the filing goes again by itself. Check auth.url and client.id if it lasts.",
            "e-Govの認可サーバーから有効な応答がありません。送信は行われておらず、自動的に再送します。続く場合はauth.urlとclient.idを確認してください。"),
    NO_TIME(
            "EGOV-003",
            "Too little of the total timeout was left to send; the filing goes again by itself. Raise total.timeout.millis if it lasts.",
            "制限時間の残りが不足し送信しませんでした。自動的に再送します。続く場合はtotal.timeout.millisを増やしてください。"),
    BUSY(
            "EGOV-004",
            "e-Gov asks to come back later; the filing goes again by itself. Lower concurrency if it lasts.",
            "e-Govが混雑しています。指定時刻以降に自動的に再送します。続く場合はconcurrencyを下げてください。"),
    TOKEN_REJECTED(
            "EGOV-005",
            "e-Gov takes neither the present nor a fresh access token; nothing was accepted. Ask the sender to consent again if it lasts.",
            "更新後のアクセストークンもe-Govに拒否されました。続く場合は申請者に再同意を依頼してください。"),
    UNKNOWN_PROCEDURE(
            "EGOV-006",
            "No form is configured for the procedure. Set procedure.<number>.official.id and the other keys of the procedure, then replay the filing.",
            "手続の様式が設定されていません。procedure.<番号>の各項目を設定し、再処理してください。"),
    CLIENT_ERROR(
            "EGOV-007",
            "e-Gov rejects the call as such (permission, address or size), not the content. Check the account's rights and endpoint.url, then replay the filing.",
            "e-Govが呼出し自体（権限、宛先、サイズ）を拒否しました。アカウントの権限とendpoint.urlを確認し、再処理してください。"),
    UNREADABLE_FILES(
            "EGOV-008",
            "The files of the filing cannot be read from the content store now; nothing was sent and the filing goes again by itself.",
            "届出のファイルを読み出せません。送信は行われておらず、自動的に再送します。"),
    NOT_WRITTEN(
            "EGOV-009",
            "The filing cannot be written for e-Gov: there is no layout for its form, no office it goes to, or a file with a name that e-Gov does not take. Set office.<number>.id and the keys of the procedure, then replay the filing.",
            "e-Gov用の届出を作成できません（様式の定義なし、提出先なし、またはファイル名不正）。office.<番号>.idと手続の各項目を設定し、再処理してください。"),
    NO_ANSWER(
            "EGOV-010",
            "The filing was sent, or perhaps sent, and no answer came. It is looked up in e-Gov's list; nothing needs to be done.",
            "送信後に応答がありませんでした。e-Govの案件一覧で照会します。操作は不要です。"),
    ODD_ANSWER(
            "EGOV-011",
            "The filing was sent and the answer cannot be believed. It is looked up in e-Gov's list; nothing needs to be done.",
            "送信後の応答を解釈できません。e-Govの案件一覧で照会します。操作は不要です。"),
    NO_NAME(
            "EGOV-012",
            "The document came another way than from e-Gov, so it has no name there and e-Gov is not told that it was fetched. Nothing needs to be done.",
            "e-Gov以外の経路で届いた文書のため、e-Govに識別番号がなく、取得完了を通知しません。操作は不要です。"),
    REFUSED(
            "EGOV-020",
            "e-Gov's formal check refused the filing at the named place. Correct it and send a new application.",
            "e-Govの形式チェックで不備がありました。該当箇所を訂正し、改めて申請してください。"),
    REFUSED_ATTACHMENT(
            "EGOV-021",
            "e-Gov misses a required attachment, or one that is named. Add the file and send a new application.",
            "必要な添付書類がありません。添付書類を追加し、改めて申請してください。"),
    REFUSED_FIRST_NUMBER(
            "EGOV-022",
            "e-Gov does not accept the number of the first application (初回受付番号). Correct it and send a new application.",
            "初回受付番号に誤りがあります。訂正し、改めて申請してください。"),
    REFUSED_OFFICE(
            "EGOV-023",
            "e-Gov does not accept the office that the filing is addressed to (提出先). Correct it and send a new application.",
            "提出先情報に誤りがあります。訂正し、改めて申請してください。"),
    REFUSED_SIGNATURE(
            "EGOV-024",
            "e-Gov does not accept the signature. Sign again with an accepted certificate and send a new application; if the gateway signed, ask the operator.",
            "電子署名が受け付けられません。認められた証明書で署名し直し、改めて申請してください。システムが付した署名の場合は運用者に連絡してください。"),
    REFUSED_PROCEDURE(
            "EGOV-025",
            "e-Gov does not know the procedure, or the form is out of date. Ask the operator to check the procedure's identifiers.",
            "手続識別子または様式に誤りがあります。運用者に連絡してください。"),
    ORIGINAL_CORRECTION(
            "EGOV-026",
            "A correction with the applicant's own e-Gov files is not sent through the gateway. Send the items instead, or correct the case at e-Gov itself.",
            "申請者自身のe-Gov形式ファイルによる補正は本システムから送信できません。項目で送信するか、e-Govで直接補正してください。"),
    NO_CASE(
            "EGOV-027",
            "The filing has no arrival number at e-Gov, so there is nothing to correct or withdraw there. Look at the application.",
            "e-Govの到達番号がないため、補正または取下げの対象がありません。申請の状態を確認してください。"),
    NOT_WITHDRAWABLE(
            "EGOV-028",
            "e-Gov takes no withdrawal of this case; its examination goes on. Turn to the ministry.",
            "e-Govではこの案件を取り下げられません。審査は続きます。申請先機関に連絡してください。"),
    REASON_ATTACHMENT(
            "EGOV-041",
            "An attachment is missing or wrong. Attach the right file.",
            "添付書類に不足または誤りがあります。正しい書類を添付してください。"),
    REASON_SIGNATURE(
            "EGOV-042",
            "A signature or certificate is not accepted. Sign again with an accepted certificate.",
            "電子署名または証明書に不備があります。認められた証明書で署名し直してください。"),
    REASON_READING(
            "EGOV-043",
            "The reading of a name does not fit. Write it as it is registered.",
            "フリガナに誤りがあります。登録どおりに記入してください。"),
    REASON_DATE("EGOV-044", "A date is wrong. Correct it.", "日付に誤りがあります。訂正してください。"),
    REASON_NUMBER(
            "EGOV-045", "A number is wrong. Compare it with its source and correct it.", "番号に誤りがあります。確認して訂正してください。"),
    REASON_ADDRESS("EGOV-046", "An address is wrong. Correct it.", "住所に誤りがあります。訂正してください。"),
    CONSENT_NEEDED(
            "EGOV-CONSENT-NEEDED",
            "The sender's consent is missing, has expired or was revoked. Ask the sender to consent again; waiting filings go out after that.",
            "申請者の委任（同意）がないか、期限切れまたは取消済みです。再同意を依頼してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    EgovCode(String code, String sentence, String sentenceJa) {
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
