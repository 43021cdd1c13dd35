package io.renkei.settings.internal;

/** What the log and a refused change say. */
enum SettingsCode {
    KEPT_OUT(
            1,
            "The change of %s.cfg is kept out and the settings of before stay in use. Correct the file: %s.",
            "%s.cfg の変更は採用されず、以前の設定のまま動作しています。ファイルを直してください: %s"),
    NOT_RIGHT(
            2,
            "What %s.cfg is for is down or goes without it, as nothing right was in use before. Correct the file: %s.",
            "%s.cfg の設定が正しくないため、該当する部分は停止しているか、その設定なしで動作しています。ファイルを直してください: %s"),
    REFUSED(3, "Nothing was changed: %s.", "設定は変更されていません: %s"),
    NO_CONFIGURATION(
            4, "There is no configuration %s. See renkei:setting-list.", "設定 %s はありません。renkei:setting-list で確認してください。"),
    NO_CHANGE(
            5,
            "%s has no change %s that can be undone. See renkei:setting-history.",
            "%s には取り消せる変更 %s がありません。renkei:setting-history で確認してください。"),
    MASKED(
            6,
            "What %s was before is not kept, as it was no reference. Set it by hand.",
            "%s の以前の値は保存されていません。手で設定してください。"),
    NOT_WRITTEN(
            7,
            "The settings of %s cannot be written; see the disk and who owns the folder: %s.",
            "%s の設定を書き込めません。ディスクと所有者を確認してください: %s"),
    DOWN(8, "it could not start: %s", "起動できませんでした: %s"),
    DATA(
            9,
            "The last change of %s replaced its files, which are not kept here. Put all of your copies of the files back"
                    + " where they were; they are checked and replaced together. A change of its settings before that is"
                    + " undone with --to.",
            "%s の最後の変更はファイルの差し替えで、その控えはここにはありません。手元の控えをすべて元の場所に戻してください。"
                    + "まとめて検査され、差し替えられます。それより前の設定の変更は --to で取り消せます。");

    private final int number;
    private final String sentence;
    private final String sentenceJa;

    SettingsCode(int number, String sentence, String sentenceJa) {
        this.number = number;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return String.format("SETTINGS-%03d", number);
    }

    /** The sentence, completed by {@code what}. */
    String sentence(Object... what) {
        return String.format(sentence, what);
    }

    /** The same in Japanese, for whoever looks the code up. */
    String japanese(Object... what) {
        return String.format(sentenceJa, what);
    }
}
