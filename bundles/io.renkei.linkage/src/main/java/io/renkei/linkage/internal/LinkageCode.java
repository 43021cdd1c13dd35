package io.renkei.linkage.internal;

/** What operators and people are told about linkage, each with a sentence that says what to do. */
enum LinkageCode {
    SITE(
            "LINKAGE-001",
            "A site cannot be used. Correct its file as the lines below say.",
            "外部サイトの設定が正しくないため使用できません。表示に従い設定ファイルを修正してください。"),
    SITE_CHANGE(
            "LINKAGE-002",
            "The change of a site is not used and its settings of before stay in use. Correct the file as the lines below say.",
            "外部サイトの設定変更は適用されず、変更前の設定を使用しています。表示に従い設定ファイルを修正してください。"),
    SITE_KEYS(
            "LINKAGE-003",
            "The keys of a site cannot be read. Put its public keys (a JWK set, RFC 7517) where jwks points to; they are taken by themselves.",
            "外部サイトの公開鍵を読み取れません。jwksの指すファイルにJWKセット（RFC 7517）を置いてください。自動的に反映されます。"),
    SITE_TWICE(
            "LINKAGE-004",
            "Two files name the same site, and only the first one is used. Give the second one another id, or remove it.",
            "同じ外部サイトを指定した設定ファイルが二つあり、先のものだけが使われています。後のもののidを変えるか削除してください。"),
    SETTINGS(
            "LINKAGE-005",
            "The change is not used and the settings of before stay in use. Correct the file as the lines below say.",
            "設定の変更は適用されず、変更前の設定を使用しています。表示に従い設定ファイルを修正してください。"),
    STUCK(
            "LINKAGE-006",
            "Handovers wait longer for agencies than collect.minutes allows. See that io.renkei.selfinfo runs and that the database answers.",
            "行政機関からの取得待ちがcollect.minutesを超えているデータ引き渡しがあります。io.renkei.selfinfoとデータベースの状態を確認してください。"),
    NO_AGENCIES(
            "LINKAGE-007",
            "Self-information or access records are not running, so nothing is collected or released; handovers wait. Start io.renkei.selfinfo.",
            "自己情報または情報提供等記録の機能が停止しているため、取得も引き渡しも行われません。io.renkei.selfinfoを起動してください。"),
    LATE(
            "LINKAGE-008",
            "The agency did not answer in time. The other items can be handed over; ask the site to request this one again later.",
            "行政機関から時間内に回答がありませんでした。ほかの項目は引き渡せます。この項目は後日あらためてサイトから依頼してください。"),
    UNKNOWN_ANSWER(
            "LINKAGE-009",
            "There is no answer to this item. The other items can be handed over.",
            "この項目の回答がありません。ほかの項目は引き渡せます。"),
    NOT_CLOSED(
            "LINKAGE-010",
            "A handover is not brought on because of a defect; it is tried again. Report it with this line.",
            "不具合によりデータ引き渡しの処理が進みません。再試行します。この行を添えて報告してください。"),
    NO_HOLDINGS(
            "LINKAGE-011",
            "The deduction certificates were not gathered: io.renkei.holdings does not run, or its time was over. What else is there can be handed over; start io.renkei.holdings, and ask the site to request the certificates again.",
            "控除証明書等を取得できませんでした（io.renkei.holdingsの停止または期限切れ）。ほかの項目は引き渡せます。io.renkei.holdingsを起動し、サイトからあらためて依頼してください。"),
    LATE_SERVICE(
            "LINKAGE-012",
            "The private delivery service did not answer in time. What else is there can be handed over; ask the site to request the certificates again later.",
            "民間送達サービスから時間内に回答がありませんでした。ほかの項目は引き渡せます。証明書は後日あらためてサイトから依頼してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    LinkageCode(String code, String sentence, String sentenceJa) {
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
