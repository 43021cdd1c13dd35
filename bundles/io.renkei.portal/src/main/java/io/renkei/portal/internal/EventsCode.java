package io.renkei.portal.internal;

/** What the operator is told about the events, each with a sentence that says what to do. */
enum EventsCode {
    SETTINGS(
            "EVENTS-001",
            "The settings of the portal cannot be used and events wait. Correct io.renkei.portal.cfg as the lines below say.",
            "ポータル通知の設定が正しくないため、通知は保留されています。表示に従いio.renkei.portal.cfgを修正してください。"),
    CHANGE(
            "EVENTS-002",
            "The change is not used and the settings of before stay in use. Correct io.renkei.portal.cfg as the lines below say.",
            "設定の変更は適用されず、変更前の設定を使用しています。表示に従いio.renkei.portal.cfgを修正してください。"),
    NOT_TAKEN(
            "EVENTS-003",
            "Events wait for the portal and are told again by themselves. If it lasts, check webhook.url, certificates and network, and ask the portal's operator.",
            "ポータルが通知を受け取りません。自動的に再送します。続く場合はwebhook.url、証明書、ネットワークを確認し、ポータルの運用者に問い合わせてください。"),
    DEFECT(
            "EVENTS-004",
            "Events wait because of a defect and are tried again. Report it with this line.",
            "不具合により通知が保留され、再試行しています。この行を添えて報告してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    EventsCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    /** Code and both sentences, in one line. */
    String line() {
        return code + ": " + sentence + " / " + sentenceJa;
    }
}
