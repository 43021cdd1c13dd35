package io.renkei.connector.privatedelivery.internal;

/** What can happen with a private delivery service, each with a sentence that says what to do. */
enum PrivateDeliveryCode {
    UNREACHABLE(
            "PRIVATEDELIVERY-001",
            "The private delivery service cannot be reached or did not answer in time. It is asked again by itself; check endpoint.url, network and certificates if it lasts.",
            "民間送達サービスに接続できないか、時間内に応答がありません。自動的に再照会します。続く場合はendpoint.url、ネットワーク、証明書を確認してください。"),
    ODD_ANSWER(
            "PRIVATEDELIVERY-002",
            "The private delivery service does not answer as agreed. It is asked again by itself; check endpoint.url and ask its operator if it lasts.",
            "民間送達サービスから有効な応答がありません。自動的に再照会します。続く場合はendpoint.urlを確認し、サービスの運用者に問い合わせてください。"),
    NOT_LET_IN(
            "PRIVATEDELIVERY-003",
            "The private delivery service does not let this gateway in. Check tls.identity and ask its operator.",
            "民間送達サービスがこのシステムを認めません。tls.identityを確認し、サービスの運用者に問い合わせてください。"),
    UNKNOWN_SUBJECT(
            "PRIVATEDELIVERY-004",
            "The private delivery service does not know the person. The link has to be made again at the service.",
            "民間送達サービスに該当する利用者がありません。サービスの画面から連携をやり直してください。"),
    BUSY(
            "PRIVATEDELIVERY-005",
            "The private delivery service asks to come back later. It is asked again by itself.",
            "民間送達サービスが混雑しています。自動的に再照会します。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    PrivateDeliveryCode(String code, String sentence, String sentenceJa) {
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
