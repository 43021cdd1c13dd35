package io.renkei.door.rest.internal;

/** What the door itself refuses, with a sentence that the sender can act on. */
enum RestCode {
    NO_CERTIFICATE(
            1,
            401,
            "No client certificate came with the connection. Connect over TLS with the certificate agreed with the operator.",
            "クライアント証明書が提示されていません。運用者と取り決めた証明書を用いてTLSで接続してください。"),
    UNKNOWN_CERTIFICATE(
            2,
            401,
            "The client certificate belongs to no partner. Ask the operator to register it.",
            "クライアント証明書がどの接続先にも登録されていません。運用者に登録を依頼してください。"),
    ROLE(
            3,
            403,
            "This partner may not do this. Ask the operator for the role, or use the right certificate.",
            "この操作の権限がありません。運用者に権限の付与を依頼するか、正しい証明書を使用してください。"),
    NO_SUCH_PATH(
            4,
            404,
            "There is no such path. Paths are written exactly as in /v1/openapi.yaml, without escapes and parameters.",
            "該当するパスがありません。/v1/openapi.yamlのとおりに、エスケープやパラメータを付けずに指定してください。"),
    NO_SUCH_APPLICATION(
            5,
            404,
            "There is no such application of this partner. Check the arrival number.",
            "該当する申請がありません。受付番号を確認してください。"),
    NO_SUCH_FILING(
            32,
            404,
            "There is no such filing of this partner that can be corrected or withdrawn. Check the arrival number and the last digits of the filing's key.",
            "補正または取下げの対象となる届出がありません。受付番号と届出番号の末尾を確認してください。"),
    NO_SUCH_NOTICE(
            6,
            404,
            "There is no such notice in this partner's inbox. Take ids from GET /v1/notices.",
            "該当する通知がありません。GET /v1/noticesで得た番号を指定してください。"),
    NO_SUCH_DESTINATION(
            7,
            404,
            "There is no such destination. Check its id with the operator.",
            "該当する申請先機関がありません。申請先機関の識別子を運用者に確認してください。"),
    METHOD(
            8,
            405,
            "This path does not know the method. The header Allow names those that it knows.",
            "このメソッドは使用できません。Allowヘッダーに示すメソッドを使用してください。"),
    HEADERS_TOO_LARGE(
            9,
            431,
            "The headers are larger than allowed. Send only those that are needed.",
            "ヘッダーが上限を超えています。必要なヘッダーだけを送信してください。"),
    BODY_TOO_LARGE(
            10,
            413,
            "The body is larger than allowed. Send less at once, or fewer attachments.",
            "本文が上限サイズを超えています。添付書類を減らすなどして送信してください。"),
    MEDIA_TYPE(
            11,
            415,
            "The Content-Type is not taken here. Use one that /v1/openapi.yaml names for this path; JSON is UTF-8.",
            "このContent-Typeは受け付けません。/v1/openapi.yamlに示す形式を使用してください（JSONはUTF-8）。"),
    PARTNER_FULL(
            12,
            429,
            "This partner has as much under way as it may have. Wait as the header Retry-After says, then send it again.",
            "同時に処理できる上限に達しています。Retry-Afterヘッダーの秒数だけ待って再送してください。"),
    GATEWAY_FULL(
            13,
            503,
            "The gateway has as much under way as it can. Wait as the header Retry-After says, then send it again.",
            "混雑のため受け付けられません。Retry-Afterヘッダーの秒数だけ待って再送してください。"),
    STATE_UNAVAILABLE(
            14,
            503,
            "The gateway cannot reach its database. Send it again with the same number after the time in Retry-After.",
            "データベースに接続できません。Retry-Afterヘッダーの秒数だけ待ち、同じ番号で再送してください。"),
    PART_MISSING(
            15,
            503,
            "A part of the gateway is starting or being replaced. Wait as the header Retry-After says, then send it again.",
            "システムの一部が起動中または更新中です。Retry-Afterヘッダーの秒数だけ待って再送してください。"),
    BODY_SLOW(
            16,
            408,
            "The body did not arrive in time. Send it again over a faster line.",
            "制限時間内に本文を受信できませんでした。通信状態を確認して再送してください。"),
    BODY_BROKEN(
            17,
            400,
            "The body broke off before its end. Send it again, with the same number.",
            "本文の受信が途中で途切れました。同じ番号で再送してください。"),
    BODY_EMPTY(18, 400, "The body is empty. Send the package or document as body.", "本文が空です。申請データまたは文書を本文として送信してください。"),
    JSON(
            19,
            400,
            "The body is not the JSON object of this path. Send exactly the members that /v1/openapi.yaml names, each once, and nothing after the object.",
            "本文がこのパスのJSONオブジェクトではありません。/v1/openapi.yamlに示すメンバーのみを各一回だけ記述し、末尾に余分な文字を置かないでください。"),
    SENDER_NUMBER(
            20,
            400,
            "The Idempotency-Key is not a sender's number. Use 1 to 64 visible ASCII characters.",
            "Idempotency-Keyが送信者番号の形式ではありません。1〜64文字の印字可能なASCII文字を使用してください。"),
    QUERY(
            21,
            400,
            "The query is not one of this path. Use limit (1 to 100), cursor and what else /v1/openapi.yaml names for it, each at most once.",
            "クエリが正しくありません。limit（1〜100）、cursorと/v1/openapi.yamlに示す項目のみを各一回まで指定してください。"),
    CURSOR(
            22,
            400,
            "The cursor is not one of this partner's list. Use the value of next of the page before, unchanged.",
            "カーソルが正しくありません。直前のページのnextの値をそのまま指定してください。"),
    HEADER(
            23,
            400,
            "A header stands more than once or holds other than visible ASCII characters. Send it once.",
            "ヘッダーが重複しているか、印字可能なASCII文字以外を含んでいます。一回だけ送信してください。"),
    NOT_ITS_DESTINATION(
            24,
            403,
            "This partner does not deliver for the destination. Use the path of its own destination, or ask the operator.",
            "この申請先機関の通知を送る権限がありません。自機関のパスを使用するか、運用者に確認してください。"),
    TOKENS(
            25,
            400,
            "The tokens are not as a token endpoint answers them. Send access_token and refresh_token of 1 to 8192 visible ASCII characters and expires_in of 1 to 31536000 seconds.",
            "トークンの形式が正しくありません。access_tokenとrefresh_tokenは1〜8192文字の印字可能なASCII文字、expires_inは1〜31536000秒で指定してください。"),
    ISSUER_REFERENCE(
            26,
            400,
            "The Issuer-Reference is not the issuer's handle of a document. Use 1 to 128 visible ASCII characters.",
            "Issuer-Referenceの形式が正しくありません。1〜128文字の印字可能なASCII文字を使用してください。"),
    DELIVERY_NOTE(
            42,
            400,
            "The headers Filing or Receipt-Number are not such numbers. Filing is the gateway's, as 202611240000000018-01; Receipt-Number your own, 1 to 64 visible ASCII characters.",
            "FilingまたはReceipt-Numberの形式が正しくありません。Filingは本システムの届出番号（例: 202611240000000018-01）、Receipt-Numberは貴機関の受付番号（1〜64文字の印字可能なASCII文字）で指定してください。"),
    DOCUMENT_UNREADABLE(
            27,
            500,
            "The document cannot be read now. Ask the operator, with the id of the notice.",
            "文書を読み出せません。通知番号を添えて運用者に連絡してください。"),
    INTAKE_PAUSED(
            31,
            503,
            "New applications are not taken now, as the gateway is being looked after. Send it again with the same number after the time in Retry-After; what was accepted can be asked for all the while.",
            "保守のため新規の申請受付を一時停止しています。Retry-Afterヘッダーの秒数だけ待ち、同じ番号で再送してください。受付済みの申請は照会できます。"),
    ANNOUNCEMENT(
            50,
            400,
            "The first object is not an announcement. Send title and text (200 and 10000 characters at most), title_en, text_en, link (https) and until (an instant); what there is not to say is an empty text.",
            "先頭のオブジェクトがお知らせの形式ではありません。titleは200文字、textは10000文字以内とし、title_en、text_en、link（https）、until（日時）も指定してください（ない場合は空文字）。"),
    INBOXES(
            51,
            400,
            "An inbox is named wrongly, or there are none or too many of them. Send an object {\"inbox\":\"…\"} for each, with 1 to 64 letters, digits, - and _, and split a long list.",
            "受信箱の指定が正しくないか、件数が0件または上限超過です。受信箱ごとに{\"inbox\":\"…\"}（英数字、-、_で1〜64文字）を送り、件数が多い場合は分割してください。"),
    NUMBER_REUSED(
            52,
            409,
            "The number was used for another announcement. Take a new one.",
            "この番号は別のお知らせで使用済みです。新しい番号を使用してください。"),
    NO_SUCH_ANNOUNCEMENT(
            53,
            404,
            "There is no such announcement here. Take ids from the list, or from the answer to what was sent.",
            "該当するお知らせがありません。一覧または送信時の応答で得た番号を指定してください。"),
    NO_SUCH_PORTAL(
            54,
            400,
            "It is not said whose inboxes these are, or there is no such portal. Add ?portal= with the id that was agreed with the operator.",
            "どのポータルの受信箱か指定されていないか、該当するポータルがありません。運用者と取り決めたポータルの識別子を?portal=で指定してください。"),
    PAYMENT(
            55,
            400,
            "The object is not a payment request. Send filing, title (200 characters at most), title_en, amount (whole yen), facility_number (5 digits), pay_number (to 20), confirm_number (to 6), pay_category (to 16), due (a day) and link (https, without a user); what there is not to say is an empty text.",
            "納付依頼の形式ではありません。filing、title（200文字以内）、title_en、amount（円）、facility_number（5桁）、pay_number（20桁以内）、confirm_number（6桁以内）、pay_category（16桁以内）、due（日付）、link（https）を指定してください（ない場合は空文字）。"),
    PAYMENT_LINK(
            56,
            400,
            "The link leads to a host that is not agreed for this destination. Ask the operator to list the host, or send the request without a link.",
            "リンク先がこの申請先機関について許可されたホストではありません。運用者にホストの登録を依頼するか、リンクなしで送信してください。"),
    NO_SUCH_PAYMENT(
            57,
            404,
            "There is no such payment request here. Take ids from the list, or from the answer to what was sent.",
            "該当する納付依頼がありません。一覧または送信時の応答で得た番号を指定してください。"),
    PAYMENT_NUMBER_REUSED(
            58,
            409,
            "The number was used for another payment request. Take a new one; to change a request, cancel it and send another.",
            "この番号は別の納付依頼で使用済みです。新しい番号を使用してください。内容を変更する場合は取り消して送り直してください。"),
    PAYMENT_ENDED(
            59,
            409,
            "The payment request has ended another way and stays as it is: GET it to see how. What was paid cannot be cancelled, what was cancelled cannot be paid, and what has lapsed can only be paid.",
            "納付依頼は既に別の状態で終了しています。GETで状態を確認してください。納付済みは取消できず、取消済みは納付済みにできません。納付期限切れは納付済みにのみできます。"),
    PAID_ON(
            60,
            400,
            "paid_on is not a day, or one that has not come yet in Japan. Send the day on which it was paid, as 2026-12-01.",
            "paid_onが日付でないか、未来の日付（日本時間）です。納付された日を2026-12-01の形式で指定してください。"),
    NOT_ITS_FILING(
            61,
            404,
            "This destination has no such filing. Take its key from what was sent to the destination, as 202611240000000018-01.",
            "この申請先機関に該当する届出がありません。送付された届出番号（例: 202611240000000018-01）を指定してください。"),
    SUBMISSION(
            62,
            400,
            "The object is not a record of data that stays with its company. Send 1 to 50 procedures, 1 to 100 objects (name, items, media_type, size, sha256, path without escapes) and 1 to 50 permissions, one for each destination (numbers of objects, from and until, two years at most); place names the one that is wrong.",
            "企業保管データの提出記録の形式ではありません。procedures（1〜50）、objects（1〜100、name・items・media_type・size・sha256・path）、permissions（機関ごとに一つ、1〜50、objects・from・until、最長2年）を指定してください。placeが誤りの箇所です。"),
    NO_SUCH_SUBMISSION(
            63,
            404,
            "There is no such submission here, or nothing of it that this partner may refer to. Take numbers from the list, and objects from the submission.",
            "該当する提出がないか、参照を許可されたデータがありません。一覧の番号と、提出に示すデータの番号を指定してください。"),
    SUBMISSION_NUMBER_REUSED(
            64,
            409,
            "The number was used for another record. Take a new one; the permissions of the other record can be taken back.",
            "この番号は別の提出記録で使用済みです。新しい番号を使用してください。先の記録の許可は取り消せます。"),
    PERMISSION_OVER(
            65,
            410,
            "The time in which the company lets the data be referred to is over. Ask the company for a new record.",
            "企業が参照を許可した期間が終了しています。企業に改めて提出記録を依頼してください。"),
    PERMISSION_REVOKED(
            66, 410, "The company has taken its permission back. Ask the company.", "企業が参照の許可を取り消しました。企業に問い合わせてください。"),
    STORE_DOWN(
            67,
            503,
            "The company's store does not give the object now. Ask again after the time in Retry-After.",
            "企業の保管先から現在データを取得できません。Retry-Afterヘッダーの秒数だけ待って再度照会してください。"),
    OBJECT_CHANGED(
            68,
            502,
            "The object in the company's store is gone or is not what was recorded, so nothing of it is released. Ask the company.",
            "企業の保管先のデータが存在しないか記録と一致しないため、提供できません。企業に問い合わせてください。"),
    PERMISSION_NOT_BEGUN(
            69,
            403,
            "The time in which the company lets the data be referred to has not begun. GET the submission to see when it does.",
            "企業が参照を許可した期間がまだ始まっていません。提出の内容で開始日時を確認してください。"),
    OPENED(
            70,
            400,
            "opened is not a moment, or one that has not come yet. Send when the person opened the document, as 2026-12-01T09:00:00Z.",
            "openedが日時でないか、未来の日時です。開封された日時を2026-12-01T09:00:00Zの形式で指定してください。"),
    NO_SUCH_DELIVERY(
            71,
            404,
            "No such notice was delivered by this service. If it was taken moments ago, send it again later; else check the Notice-Id.",
            "このサービスが配信した通知に該当がありません。受領直後の場合は後で再送し、それ以外はNotice-Idを確認してください。"),
    NOTICE_OVER(
            40,
            410,
            "The time in which the document could be fetched is over. Ask its issuer for it, with the issuer's number.",
            "文書を取得できる期限を過ぎています。文書番号を添えて発行機関に問い合わせてください。"),
    SEARCH(
            41,
            400,
            "The text to look for is not 1 to 100 characters. Send it as the member text.",
            "検索する文字列が1〜100文字ではありません。textメンバーに指定してください。"),
    INTERNAL(
            28,
            500,
            "The gateway failed. Send it again with the same number; if it fails again, ask the operator.",
            "システムの内部エラーです。同じ番号で再送し、再び失敗する場合は運用者に連絡してください。");

    private final String code;
    private final int status;
    private final String sentence;
    private final String sentenceJa;

    RestCode(int number, int status, String sentence, String sentenceJa) {
        this.code = String.format("REST-%03d", number);
        this.status = status;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    String sentenceJa() {
        return sentenceJa;
    }
}
