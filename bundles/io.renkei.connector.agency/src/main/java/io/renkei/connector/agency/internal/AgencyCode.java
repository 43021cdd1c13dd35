package io.renkei.connector.agency.internal;

/** What can happen at an agency, each with a sentence that says what to do. */
enum AgencyCode {
    UNREACHABLE(
            "AGENCY-001",
            "The agency's server cannot be reached or does not answer in time; it is asked again by itself. Check endpoint.url, certificates and network if it lasts.",
            "機関のサーバーに接続できないか、時間内に応答がありません。自動的に再試行します。続く場合はendpoint.url、証明書、ネットワークを確認してください。"),
    BUSY(
            "AGENCY-002",
            "The agency's server says that it is busy; it is asked again by itself. Ask its operator if it lasts.",
            "機関のサーバーが混雑しています。自動的に再試行します。続く場合は機関の運用者に確認してください。"),
    NO_USABLE_ANSWER(
            "AGENCY-003",
            "What the agency's server answers is no answer of its contract; it is asked again by itself. Ask its operator if it lasts, and name the time.",
            "機関のサーバーの応答が取り決めた形式ではありません。自動的に再試行します。続く場合は時刻を添えて機関の運用者に確認してください。"),
    REFUSED(
            "AGENCY-004",
            "The agency's server refuses the inquiry as such. Compare inquirer.code, provider.code, business.code, procedure.code and the certificate with what was agreed.",
            "機関のサーバーが照会そのものを拒否しました。inquirer.code、provider.code、business.code、procedure.codeと証明書を取り決めと照合してください。"),
    NOT_OFFERED(
            "AGENCY-005",
            "The agency does not answer this item. Ask the agency. Operators: take it out of items.",
            "機関はこの項目に回答していません。機関に問い合わせてください。運用者：itemsから外してください。"),
    NO_INFORMATION_CODE(
            "AGENCY-006",
            "The code of the information network for this item is not known, or another item of the call has it as well. Operators: name it in information.codes.",
            "この項目の特定個人情報名コードが設定されていないか、同じ照会の別の項目と重複しています。運用者：information.codesに設定してください。"),
    NO_AGENCY_CODE(
            "AGENCY-007",
            "No linkage code can be asked for, since the agency's code is not known. Name it in agency.codes of io.renkei.connector.agency.codes.",
            "機関コードが設定されていないため、情報提供用個人識別符号を取得できません。io.renkei.connector.agency.codesのagency.codesに設定してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    AgencyCode(String code, String sentence, String sentenceJa) {
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
