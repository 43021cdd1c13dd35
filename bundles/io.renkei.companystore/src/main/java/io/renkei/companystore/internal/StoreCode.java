package io.renkei.companystore.internal;

import io.renkei.ports.intake.Fault;

/** What operators are told about companies' stores, and why a record is refused. README.md lists them. */
enum StoreCode {
    SETTINGS(
            "STORE-001",
            "The settings of a company's store cannot be used, and its objects cannot be referred to. Correct its file as the lines below say.",
            "企業保管先の設定が正しくないため、データを参照できません。表示に従い設定ファイルを修正してください。"),
    CHANGE(
            "STORE-002",
            "The change is not used and the settings of before stay in use. Correct the file as the lines below say.",
            "設定の変更は適用されず、変更前の設定を使用しています。表示に従い設定ファイルを修正してください。"),
    NO_ANSWER(
            "STORE-003",
            "A company's store does not give what it is asked for; agencies are told to ask again. If it lasts, check url, certificates and network, and ask the company.",
            "企業保管先がデータを返しません。参照機関には再照会を案内しています。続く場合はurl、証明書、ネットワークを確認し、企業に問い合わせてください。"),
    TWICE(
            "STORE-004",
            "Two files name a store of the same partner, and only the first one is used. Remove one of them.",
            "同じpartnerを指定した設定ファイルが二つあり、先のものだけが使われています。一方を削除してください。"),
    CHANGED(
            "STORE-005",
            "An object in a company's store is not as it was recorded, or gone, and nothing of it was released. The company has to put it back or record it anew.",
            "企業保管先のデータが記録と一致しないか存在しないため、提供していません。企業が元に戻すか、改めて記録する必要があります。"),
    NO_STORE(
            "STORE-006",
            "An agency refers to data of a partner for which no store is configured. Write its io.renkei.companystore file.",
            "保管先が設定されていない企業のデータが参照されています。io.renkei.companystoreの設定ファイルを作成してください。"),
    NOT_FORGOTTEN(
            "STORE-007",
            "A copy that was made to compare an object could not be removed. It is encrypted under the key of its submission, and nothing refers to it.",
            "照合のための一時複製を削除できませんでした。提出ごとの鍵で暗号化されており、どこからも参照されません。"),
    AGENCY_SETTINGS(
            "STORE-020",
            "The settings by which a destination is told of submissions cannot be used, and events wait. Correct its file as the lines below say.",
            "申請先機関への提出通知の設定が正しくないため、通知は保留されています。表示に従い設定ファイルを修正してください。"),
    NOT_TOLD(
            "STORE-021",
            "A destination takes no events of submissions; they wait and are told again by themselves. If it lasts, check webhook.url, certificates and network, and ask the destination.",
            "申請先機関が提出通知を受け取りません。自動的に再送します。続く場合はwebhook.url、証明書、ネットワークを確認し、機関に問い合わせてください。"),
    AGENCY_TWICE(
            "STORE-022",
            "Two files name the same destination, and only the first one is used. Remove one of them.",
            "同じdestinationを指定した設定ファイルが二つあり、先のものだけが使われています。一方を削除してください。"),
    DEFECT(
            "STORE-023",
            "Events of submissions wait because of a defect and are tried again. Report it with this line.",
            "不具合により提出通知が保留され、再試行しています。この行を添えて報告してください。"),
    PROCEDURE(
            "STORE-010",
            "The catalogue has no such procedure. Use its numbers, as 12.",
            "該当する手続がカタログにありません。手続番号（例: 12）を指定してください。"),
    DESTINATION(
            "STORE-011",
            "The catalogue has no such destination. Check its id with the operator.",
            "該当する申請先機関がカタログにありません。識別子を運用者に確認してください。"),
    STORE_MISSING(
            "STORE-012",
            "No store is configured for this partner. Ask the operator to configure it, and send the record again.",
            "この接続先の保管先が設定されていません。運用者に設定を依頼してから再送してください。"),
    TOO_LARGE(
            "STORE-013",
            "The object is larger than the %s bytes that are taken. Divide it, or ask the operator.",
            "データが上限の%sバイトを超えています。分割するか運用者に相談してください。"),
    OVER(
            "STORE-014",
            "The permission is over already. Give an end that is still to come.",
            "許可の期間が既に終了しています。未来の終了日時を指定してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    StoreCode(String code, String sentence, String sentenceJa) {
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

    Fault at(String place, Object... values) {
        return new Fault(code, place, String.format(sentence, values), String.format(sentenceJa, values));
    }
}
