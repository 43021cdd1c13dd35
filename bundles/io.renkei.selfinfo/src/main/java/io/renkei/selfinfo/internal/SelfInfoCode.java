package io.renkei.selfinfo.internal;

/** What can come of a question, for the person and the operator, each with a sentence that says what to do. */
enum SelfInfoCode {
    ITEM_UNKNOWN(
            "SELFINFO-001",
            "There is no such item of self-information. Ask for one of the list.",
            "指定された自己情報の項目はありません。一覧にある項目を指定してください。"),
    NO_AGENCY(
            "SELFINFO-002",
            "No agency that holds this item is linked yet. Ask the agency itself.",
            "この項目を保有する機関はまだ連携していません。機関に直接問い合わせてください。"),
    NOT_CONNECTED(
            "SELFINFO-003",
            "The agency could not be asked, since it is not connected at present. Ask again later. Operators: install the connector of the agency, or take it out of agencies.yaml.",
            "機関が現在接続されていないため、照会できませんでした。後でもう一度お試しください。運用者：機関のコネクタを導入するか、agencies.yamlから外してください。"),
    NO_ANSWER(
            "SELFINFO-004",
            "The agency did not answer in time. Ask again later.",
            "機関から時間内に回答がありませんでした。後でもう一度お試しください。"),
    NOT_PROVED(
            "SELFINFO-005",
            "Agencies are asked by what a person has signed in with, and nothing is known of it. Sign in with the certificate again, and ask again.",
            "照会に必要な本人の証明が確認できませんでした。利用者証明用電子証明書でもう一度ログインしてからお試しください。"),
    NO_LINKAGE_CODE(
            "SELFINFO-006",
            "The service of linkage codes did not answer in time. Ask again later. Operators: see io.renkei.connector.agency.codes.",
            "情報提供用個人識別符号を時間内に取得できませんでした。後でもう一度お試しください。運用者：io.renkei.connector.agency.codesを確認してください。"),
    STILL_PENDING(
            "SELFINFO-007",
            "The agency had not finished when the time was over. Ask again later.",
            "機関の処理が時間内に終わりませんでした。後でもう一度お試しください。"),
    ODD_ANSWER(
            "SELFINFO-008",
            "The agency's answer about this item could not be understood. Ask again later; if it lasts, ask the agency. Operators: ask the agency's operator.",
            "この項目に関する機関の回答を読み取れませんでした。後でもう一度お試しください。続く場合は機関に問い合わせてください。運用者：機関の運用者に確認してください。"),
    NOT_HELD(
            "SELFINFO-009",
            "The agency's connector is not set up for this item. Operators: compare its items with the sources of the catalogue.",
            "この項目は機関との接続に設定されていません。運用者：コネクタのitemsとカタログのsourcesを照合してください。"),
    MUST_NOT_ASK(
            "SELFINFO-010",
            "The agency refuses the questions of this gateway, and a person has to act. Ask again later. Operators: look up the connector's code in the log.",
            "機関が照会を受け付けていません。後でもう一度お試しください。運用者：ログにあるコネクタのコードを確認してください。"),
    FORGOTTEN(
            "SELFINFO-011",
            "Nobody wanted the answer any more. Nothing is to be done.",
            "回答が不要になったため、照会を終了しました。対応は不要です。"),
    CLOSED(
            "SELFINFO-012",
            "The agency was outside its service hours until the time was over. Ask again when it is open.",
            "機関の利用時間外のため、照会できませんでした。利用時間内にもう一度お試しください。"),
    AGENCY_AWAY(
            "SELFINFO-013",
            "An agency does not answer; its questions wait and are asked again by themselves. If it lasts, look up the connector's code.",
            "機関が応答しません。照会は保留され、自動的に再試行します。続く場合はコネクタのコードを確認してください。"),
    DEFECT(
            "SELFINFO-014",
            "A question waits because of a defect and is tried again. Report it with this line.",
            "不具合により照会が保留され、再試行しています。この行を添えて報告してください。"),
    SETTINGS(
            "SELFINFO-015",
            "The settings of self-information cannot be used. Correct io.renkei.selfinfo.cfg as the lines below say.",
            "自己情報の設定が正しくありません。表示に従いio.renkei.selfinfo.cfgを修正してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    SelfInfoCode(String code, String sentence, String sentenceJa) {
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

    /** Code and both sentences, in one line. */
    String line() {
        return code + ": " + sentence + " / " + sentenceJa;
    }
}
