package io.renkei.sealer.internal;

/** What the operator is told about seals and timestamps, each with a sentence that says what to do. */
enum SealerCode {
    SETTINGS(
            "SEALER-001",
            "The settings of the sealer cannot be used: the journal is written and its roots are not sealed. Correct the file as the lines below say.",
            "シーラーの設定が正しくないため、ジャーナルは記録されますがルートは封印されません。表示に従い設定ファイルを修正してください。"),
    CHANGE(
            "SEALER-002",
            "The change is not used and the settings of before stay in use. Correct the file as the lines below say.",
            "設定の変更は適用されず、変更前の設定を使用しています。表示に従い設定ファイルを修正してください。"),
    NOT_SEALED(
            "SEALER-003",
            "Rows of the journal wait to be sealed for longer than they should; nothing else is held up. See what health says of the database and of the seal, and the log; one node at a time seals.",
            "ジャーナルの行が所定の時間を過ぎても封印されていません（他の処理に影響はありません）。データベースと封印鍵の状態、およびログを確認してください。封印は一度に一つのノードだけが行います。"),
    NO_ANSWER(
            "SEALER-004",
            "The timestamp authority gives no timestamps; roots are sealed, wait, and are stamped when it is back. If it lasts, check timestamp.url, certificates and network, and ask the authority's operator.",
            "タイムスタンプ局からタイムスタンプを取得できません。ルートは封印済みで、復旧後に自動的に取得します。続く場合はtimestamp.url、証明書、ネットワークを確認し、局の運用者に問い合わせてください。"),
    NOT_ACCEPTED(
            "SEALER-005",
            "A timestamp came and is not accepted for the reason behind the code; roots are sealed and wait. Put the authority's root into the folder timestamp of the trusted roots, or correct timestamp.policy; else ask the authority's operator.",
            "取得したタイムスタンプを受け入れられません（理由はコードの後に記載）。ルートは封印済みで待機しています。局のルート証明書を信頼ルートのtimestampフォルダーに置くか、timestamp.policyを修正し、解決しない場合は局の運用者に問い合わせてください。"),
    DEFECT(
            "SEALER-006",
            "Sealing failed because of a defect and is tried again. Report it with this line.",
            "不具合により封印に失敗し、再試行しています。この行を添えて報告してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    SealerCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    /** Code and both sentences, in one line. */
    String line() {
        return code + ": " + sentence + " / " + sentenceJa;
    }
}
