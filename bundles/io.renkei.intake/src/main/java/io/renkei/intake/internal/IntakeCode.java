package io.renkei.intake.internal;

import io.renkei.ports.intake.Fault;

/** Why intake refuses. The codes are stable for ever; README.md lists them. */
enum IntakeCode {
    TOO_LARGE(
            "INTAKE-001",
            "The package has more than the %s bytes that are taken. Make it smaller and submit again.",
            "申請データが上限の%sバイトを超えています。小さくして再提出してください。"),
    UNKNOWN_FORMAT(
            "INTAKE-002",
            "The package follows none of the formats that are taken: %s. Check what was sent.",
            "受け付けている形式（%s）の申請データではありません。送信した内容を確認してください。"),
    NUMBER_MISSING(
            "INTAKE-003",
            "The submission has no number of its sender. Send one in the request or in the package.",
            "送信者の番号がありません。要求または申請データに番号を付けてください。"),
    NUMBERS_DIFFER(
            "INTAKE-004",
            "The sender's number in the request is another than the one in the package. Send the same in both.",
            "要求の送信者番号と申請データ内の番号が異なります。同じ番号にしてください。"),
    NUMBER_REUSED(
            "INTAKE-005",
            "The sender's number was used before for other content. Send new content under a new number.",
            "この送信者番号は別の内容の申請で使用済みです。新しい番号で送信してください。"),
    FILING_TOO_LARGE(
            "INTAKE-006",
            "The items of this procedure have more than %s bytes. Move long content into attachments.",
            "この手続の項目が上限の%sバイトを超えています。長い内容は添付書類にしてください。"),
    MORE_FAULTS(
            "INTAKE-007",
            "There are more faults than the %s that are told. Correct these and submit again.",
            "ほかにも誤りがあります（表示は%s件まで）。訂正して再提出してください。"),
    TOO_MANY_FILINGS(
            "INTAKE-008",
            "The package makes more than the %s filings that one application may have. Divide it.",
            "1回の申請で届け出られる%s件を超えています。分けて提出してください。"),
    READER_MISSING(
            "INTAKE-009",
            "The format cannot be told now: a reader of this gateway (%s) is not running. Submit again later.",
            "現在、形式 %s の読取機能が停止しているため判定できません。時間をおいて再提出してください。"),
    ANOTHER_FILING(
            "INTAKE-010",
            "The package is no correction of this filing: it has to hold procedure %s once, for %s, and no other procedure.",
            "この届出の補正ではありません。手続%sを提出先%s向けに1件だけ含め、ほかの手続は含めないでください。"),
    NO_CORRECTION_ASKED(
            "INTAKE-011",
            "No correction of this filing is asked for: it stands at %s. Look at the application before sending another.",
            "この届出は補正を求められていません（現在の状態: %2$s）。申請の状態を確認してください。"),
    CORRECTION_UNDER_WAY(
            "INTAKE-012",
            "The filing is answered already by %s. Wait for what becomes of that, or look at the application.",
            "この届出には既に補正または再提出（%s）があります。その結果を確認してください。"),
    CORRECTION_LATE(
            "INTAKE-013",
            "The time for this correction ended at %s, and the destination takes none later. Turn to the destination.",
            "補正期限（%s）を過ぎたため、申請先機関は補正を受け付けません。申請先機関に連絡してください。"),
    CORRECTION_UNKNOWN(
            "INTAKE-014",
            "The destination takes no correction of this kind through the gateway. Turn to the destination.",
            "この申請先機関への補正は本システムから送信できません。申請先機関に連絡してください。"),
    WITHDRAWAL_LATE(
            "INTAKE-015",
            "The filing cannot be withdrawn any more: it stands at %s. Turn to the destination.",
            "この届出は取り下げられません（現在の状態: %2$s）。申請先機関に連絡してください。"),
    WITHDRAWAL_UNKNOWN(
            "INTAKE-016",
            "The destination takes no withdrawal through the gateway. Turn to the destination.",
            "この申請先機関への取下げは本システムから送信できません。申請先機関に連絡してください。"),
    REASON(
            "INTAKE-017",
            "The reason has more than the %s characters that are taken, or a control character. Shorten it.",
            "理由が上限の%s文字を超えているか、制御文字を含んでいます。訂正してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    IntakeCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    Fault at(String place, Object... words) {
        return new Fault(code, place, sentence.formatted(words), sentenceJa.formatted(words));
    }
}
