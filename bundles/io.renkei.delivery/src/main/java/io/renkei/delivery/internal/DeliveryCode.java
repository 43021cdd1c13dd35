package io.renkei.delivery.internal;

/** What the operator is told about deliveries, each with a sentence that says what to do. */
enum DeliveryCode {
    SETTINGS(
            "DELIVERY-001",
            "The settings of a delivery service cannot be used and its notices wait. Correct its file as the lines below say.",
            "民間送達サービスの設定が正しくないため、通知は保留されています。表示に従い設定ファイルを修正してください。"),
    CHANGE(
            "DELIVERY-002",
            "The change is not used and the settings of before stay in use. Correct the file as the lines below say.",
            "設定の変更は適用されず、変更前の設定を使用しています。表示に従い設定ファイルを修正してください。"),
    NOT_TAKEN(
            "DELIVERY-003",
            "A delivery service takes no notices; they wait and are tried again by themselves. If it lasts, check url, certificates and network, and ask the service's operator.",
            "民間送達サービスが通知を受け取りません。自動的に再送します。続く場合はurl、証明書、ネットワークを確認し、サービスの運用者に問い合わせてください。"),
    DEFECT(
            "DELIVERY-004",
            "Notices wait because of a defect and are tried again. Report it with this line.",
            "不具合により通知が保留され、再試行しています。この行を添えて報告してください。"),
    REFUSED(
            "DELIVERY-005",
            "The service refused a notice with the status that stands behind the code, and it is not tried again. Ask the service's operator. The notice lies in the portal's inbox.",
            "民間送達サービスが通知を拒否しました（コードの後の数字はHTTP状態）。再送しません。サービスの運用者に問い合わせてください。通知はポータルの受信箱にあります。"),
    GIVEN_UP(
            "DELIVERY-006",
            "The service did not take a notice within give.up.days, and it is not tried again. The notice lies in the portal's inbox.",
            "give.up.daysの期間内に民間送達サービスが通知を受け取らなかったため、再送を終了しました。通知はポータルの受信箱にあります。"),
    OVER(
            "DELIVERY-007",
            "The time in which a notice can be fetched ended before the service took it, and it is not tried again.",
            "民間送達サービスが受け取る前に通知の取得期限が経過したため、再送を終了しました。"),
    UNREADABLE(
            "DELIVERY-008",
            "A document cannot be read from the store; it is tried again. See what the journal says of it, and restore from the backup if it is damaged.",
            "文書を保管庫から読み出せません。再試行します。ジャーナルの記録を確認し、破損している場合はバックアップから復元してください。"),
    TWICE(
            "DELIVERY-009",
            "Two files name the same service, and only the first one is used. Give the second one another service, or remove it.",
            "同じserviceを指定した設定ファイルが二つあり、先のものだけが使われています。後のものの名前を変えるか削除してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    DeliveryCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    /** Code and both sentences, in one line. */
    String line() {
        return code + ": " + sentence + " / " + sentenceJa;
    }
}
