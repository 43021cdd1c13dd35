package io.renkei.door.soap.internal;

import io.renkei.ports.intake.Fault;
import java.util.Set;

/** What the door itself refuses, with a sentence that the sender can act on. */
enum SoapCode {
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
            "There is no such service. Use /soap/applications, /soap/notices or /soap/payments, and ?wsdl for the contract.",
            "該当するサービスがありません。/soap/applications、/soap/notices、/soap/paymentsのいずれかを使用し、仕様は?wsdlで取得してください。"),
    METHOD(5, 405, "A service is called with POST. GET answers ?wsdl only.", "サービスの呼出しにはPOSTを使用してください。GETは?wsdlのみです。"),
    MEDIA_TYPE(
            6,
            415,
            "The Content-Type is not taken. Send SOAP 1.1 as text/xml in UTF-8, or MTOM as multipart/related of type application/xop+xml.",
            "このContent-Typeは受け付けません。SOAP 1.1（text/xml、UTF-8）またはMTOM（multipart/related、application/xop+xml）で送信してください。"),
    HEADERS_TOO_LARGE(
            7,
            431,
            "The headers are larger than allowed or stand twice. Send only those that are needed, each once.",
            "ヘッダーが上限を超えているか重複しています。必要なヘッダーだけを各一回送信してください。"),
    BODY_TOO_LARGE(
            8,
            413,
            "The message is larger than allowed. Send less at once, or fewer attachments.",
            "電文が上限サイズを超えています。添付書類を減らすなどして送信してください。"),
    PARTNER_FULL(
            9,
            429,
            "This partner has as much under way as it may have. Wait as the header Retry-After says, then send it again.",
            "同時に処理できる上限に達しています。Retry-Afterヘッダーの秒数だけ待って再送してください。"),
    GATEWAY_FULL(
            10,
            503,
            "The gateway has as much under way as it can. Wait as the header Retry-After says, then send it again.",
            "混雑のため受け付けられません。Retry-Afterヘッダーの秒数だけ待って再送してください。"),
    STATE_UNAVAILABLE(
            11,
            503,
            "The gateway cannot reach its database. Send it again with the same number after the time in Retry-After.",
            "データベースに接続できません。Retry-Afterヘッダーの秒数だけ待ち、同じ番号で再送してください。"),
    PART_MISSING(
            12,
            503,
            "A part of the gateway is starting or being replaced. Wait as the header Retry-After says, then send it again.",
            "システムの一部が起動中または更新中です。Retry-Afterヘッダーの秒数だけ待って再送してください。"),
    BODY_SLOW(
            13,
            408,
            "The message did not arrive in time. Send it again over a faster line.",
            "制限時間内に電文を受信できませんでした。通信状態を確認して再送してください。"),
    BODY_BROKEN(
            14,
            400,
            "The message broke off before its end. Send it again, with the same number.",
            "電文の受信が途中で途切れました。同じ番号で再送してください。"),
    MESSAGE(
            15,
            400,
            "The message is not one of this service. Send one SOAP 1.1 envelope with exactly one element in its body, valid against the schema at ?wsdl, without DOCTYPE, and with references to parts of the same message only.",
            "このサービスの電文ではありません。?wsdlのスキーマに従い、本文に要素を一つだけ持つSOAP 1.1電文を、DOCTYPEと外部参照を用いずに送信してください。"),
    NO_SUCH_APPLICATION(
            16,
            404,
            "There is no such application of this partner. Check the arrival number.",
            "該当する申請がありません。受付番号を確認してください。"),
    NO_SUCH_FILING(
            26,
            404,
            "There is no such filing of this partner that can be corrected or withdrawn. Check the filing's key.",
            "補正または取下げの対象となる届出がありません。届出番号を確認してください。"),
    NO_SUCH_NOTICE(
            17,
            404,
            "There is no such notice in this partner's inbox. Take ids from listNotices.",
            "該当する通知がありません。listNoticesで得た番号を指定してください。"),
    NOTICE_OVER(
            40,
            410,
            "The time in which the document could be fetched is over. Ask its issuer for it, with the issuer's number.",
            "文書を取得できる期限を過ぎています。文書番号を添えて発行機関に問い合わせてください。"),
    INBOX_QUESTION(
            41,
            400,
            "What is asked for is no destination, filing or day. Correct the element.",
            "指定した申請先機関・届出番号・日付が正しくありません。該当の要素を訂正してください。"),
    CURSOR(
            18,
            400,
            "The cursor is not one of this partner's list. Use the value of next of the page before, unchanged.",
            "カーソルが正しくありません。直前のページのnextの値をそのまま指定してください。"),
    NOT_ITS_DESTINATION(
            19,
            403,
            "This partner does not speak for the destination. Name its own destination, or ask the operator.",
            "この申請先機関として送信する権限がありません。自機関を指定するか、運用者に確認してください。"),
    DOCUMENT_UNREADABLE(
            20,
            500,
            "The document cannot be read now. Ask the operator, with the id of the notice.",
            "文書を読み出せません。通知番号を添えて運用者に連絡してください。"),
    DOCUMENT_LARGE(
            21,
            413,
            "The document is too large for a SOAP answer. Fetch it at /v1/notices/{id}/document.",
            "文書がSOAP応答の上限を超えています。/v1/notices/{id}/documentから取得してください。"),
    DELIVERY_NOTE(
            42,
            400,
            "The filing is not such a number: its check digit or its sequence is wrong. Use the number that came with the filing.",
            "届出番号が正しくありません（検査数字または枝番の誤り）。届出とともに受け取った番号を指定してください。"),
    SIGNATURE(
            43,
            401,
            "This partner has to sign its messages, and this one is not signed as agreed. Sign the body and a fresh time stamp by WS-Security with the certificate agreed with the operator, with SHA-256 or stronger, anew for each sending.",
            "電文への署名が必要ですが、取決めどおりに署名されていません。運用者と取り決めた証明書を用い、SHA-256以上で、本文と新しいタイムスタンプにWS-Securityで送信の都度署名してください。"),
    NO_SUCH_PAYMENT(
            44,
            404,
            "There is no such payment request for a filing of this partner. Take ids from listPayments.",
            "該当する納付依頼がありません。listPaymentsで得た番号を指定してください。"),
    PAYMENT_QUESTION(
            45,
            400,
            "What is asked for is no filing. Correct the element: its check digit or its sequence is wrong.",
            "指定した届出番号が正しくありません（検査数字または枝番の誤り）。該当の要素を訂正してください。"),
    PAYMENT(
            46,
            400,
            "What stands there cannot be part of a payment request. Send the key of a filing, a title of 1 to 200 characters (titleEn may be empty) without controls, a last day of the years 2000 to 2999, and a link that begins with https:// and a host, without a user, or none.",
            "納付依頼の内容が正しくありません。届出番号、標題（1〜200文字、制御文字なし）、期限（2000〜2999年）、リンク（https、利用者名なし、省略可）を確認してください。"),
    PAYMENT_LINK(
            47,
            400,
            "The link leads to a host that is not agreed for this destination. Ask the operator to list the host, or send the request without a link.",
            "リンク先がこの申請先機関について許可されたホストではありません。運用者にホストの登録を依頼するか、リンクなしで送信してください。"),
    PAYMENT_NUMBER_REUSED(
            48,
            409,
            "The number was used for another payment request. Take a new one; to change a request, cancel it and send another.",
            "この番号は別の納付依頼で使用済みです。新しい番号を使用してください。内容を変更する場合は取り消して送り直してください。"),
    PAYMENT_ENDED(
            49,
            409,
            "The payment request has ended another way and stays as it is: showPayment says how. What was paid cannot be cancelled, what was cancelled cannot be paid, and what has lapsed can only be paid.",
            "納付依頼は既に別の状態で終了しています。showPaymentで状態を確認してください。納付済みは取消できず、取消済みは納付済みにできません。納付期限切れは納付済みにのみできます。"),
    PAID_ON(
            50,
            400,
            "The day of payment has not come yet in Japan. Send the day on which it was paid.",
            "納付日が未来の日付（日本時間）です。納付された日を指定してください。"),
    NOT_ITS_FILING(
            51,
            404,
            "This destination has no such filing. Take its key from what was sent to the destination.",
            "この申請先機関に該当する届出がありません。送付された届出番号を指定してください。"),
    NOT_ITS_PAYMENT(
            52,
            404,
            "This destination has no such payment request. Take the id from the answer to requestPayment.",
            "この申請先機関に該当する納付依頼がありません。requestPaymentの応答で得た番号を指定してください。"),
    INTAKE_PAUSED(
            25,
            503,
            "New applications are not taken now, as the gateway is being looked after. Send it again with the same number after the time in Retry-After; what was accepted can be asked for all the while.",
            "保守のため新規の申請受付を一時停止しています。Retry-Afterヘッダーの秒数だけ待ち、同じ番号で再送してください。受付済みの申請は照会できます。"),
    INTERNAL(
            22,
            500,
            "The gateway failed. Send it again with the same number; if it fails again, ask the operator.",
            "システムの内部エラーです。同じ番号で再送し、再び失敗する場合は運用者に連絡してください。");

    /** Statuses that tell a sender what to do although SOAP 1.1 would have 500 for every fault. */
    private static final Set<Integer> TELLING = Set.of(408, 413, 429, 503);

    private final String code;
    private final int status;
    private final String sentence;
    private final String sentenceJa;

    SoapCode(int number, int status, String sentence, String sentenceJa) {
        this.code = String.format("SOAP-%03d", number);
        this.status = status;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    /** Of an answer that is given before the message is read. */
    int status() {
        return status;
    }

    /** Of an answer to a message: 500, as SOAP 1.1 (6.2) demands, but for those that tell more. */
    int statusInside() {
        return TELLING.contains(status) ? status : 500;
    }

    /** Whether it is for the sender to change something. */
    boolean ofSender() {
        return status < 500;
    }

    /** @param place element, header or path part, never its value */
    Fault fault(String place) {
        return new Fault(code, place, sentence, sentenceJa);
    }
}
