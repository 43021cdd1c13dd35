package io.renkei.bus.artemis.internal;

/** What the bus has to say to an operator: a code, and a sentence that says what to do. */
enum BusCode {
    NOT_TAKEN(
            "BUS-001",
            "The broker did not take a message; it is sent again under the same id. Look at the broker and its disk.",
            "ブローカーがメッセージを受け付けませんでした。同じ番号で再送します。ブローカーとディスクの空き容量を確認してください。"),
    AWAY(
            "BUS-002",
            "The broker does not answer; reading goes on by itself when it is back. Look at the broker if it is external.",
            "ブローカーが応答しません。復旧すると自動的に再開します。外部ブローカーの場合はその状態を確認してください。"),
    NO_POINTER(
            "BUS-003",
            "A message that is no pointer went to the dead letters unread; find out who else may write to the broker.",
            "形式の異なるメッセージを読まずに配信不能キューへ移しました。ほかに書き込める者がいないか確認してください。"),
    NOT_HANDLED(
            "BUS-004",
            "A message was not handled and comes again; the cause stands beside this line.",
            "メッセージを処理できませんでした。再配信します。原因はこの行に続きます。"),
    DEAD(
            "BUS-005",
            "A message was handed over in vain as often as allowed and lies in the dead letters; report the cause.",
            "規定の回数配信しても処理できなかったため、配信不能キューへ移しました。原因を報告してください。"),
    NOT_STARTED(
            "BUS-006",
            "The embedded broker did not start; see that no other process uses its journal folder, and restart the bundle.",
            "組み込みブローカーを起動できません。ほかのプロセスが同じジャーナルを使っていないか確認し、バンドルを再起動してください。"),
    STOPPED(
            "BUS-007",
            "The embedded broker stopped as its disk failed; repair or free the disk and restart the bundle.",
            "ディスク障害のため組み込みブローカーが停止しました。ディスクを修復するか空き容量を確保し、バンドルを再起動してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    BusCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    /** Code and both sentences, in one line for the log. */
    String sentence() {
        return code + " " + sentence + " / " + sentenceJa;
    }
}
