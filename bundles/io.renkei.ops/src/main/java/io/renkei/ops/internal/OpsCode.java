package io.renkei.ops.internal;

/** Why a command has no answer. */
public enum OpsCode {
    SERVICE_MISSING(
            1,
            "%s is not there. Look for its bundle with scr:list and in the log.",
            "%sがありません。scr:list とログで該当バンドルを確認してください。"),
    DATABASE(
            2,
            "The database cannot be had now. Filings wait and nothing is lost; see that it runs, then repeat.",
            "データベースに接続できません。届出は失われず待機します。稼働を確認して再度実行してください。"),
    BROKER(
            3,
            "The broker cannot be had now. Pointers wait in the outbox; see that it runs, then repeat.",
            "メッセージブローカーに接続できません。稼働を確認して再度実行してください。"),
    ARGUMENT(4, "%s", "引数が正しくありません。"),
    NOT_FOUND(
            5,
            "There is no %s. See renkei:application-list and renkei:filing-list.",
            "該当する番号がありません。renkei:application-list で確認してください。"),
    SETTINGS(6, "%s", "設定は変更されていません。示された項目を直してください。");

    private final int number;
    private final String sentence;
    private final String sentenceJa;

    OpsCode(int number, String sentence, String sentenceJa) {
        this.number = number;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    public String code() {
        return String.format("OPS-%03d", number);
    }

    /** The fault, its sentences completed by {@code what}. */
    public OpsFault fault(Object... what) {
        return new OpsFault(this, String.format(sentence, what), String.format(sentenceJa, what));
    }
}
