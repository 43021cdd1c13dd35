package io.renkei.routes.internal;

/** What the route host itself finds wrong; a connector's own codes pass through as they are. */
enum RoutesCode {
    TIMEOUT(
            "The connector did not end within its total timeout. Nothing to do where it can look filings up; see whether the destination is slow, and raise the timeout if that is usual.",
            "接続部が制限時間内に完了しませんでした。照会機能があれば自動的に確認されます。申請先の応答時間を確認し、常態であれば制限時間を延ばしてください。"),
    THROWN(
            "The connector threw something that is no failure by its contract, so the outcome is unknown. Report it to the connector's owner with the log of that time.",
            "接続部が規約外の例外を返したため結果が不明です。該当時刻のログを添えて接続部の担当者に連絡してください。"),
    NO_OUTCOME(
            "The connector's route ended without an outcome, so the outcome is unknown. Report it to the connector's owner.",
            "接続部のルートが結果を返さずに終了したため結果が不明です。接続部の担当者に連絡してください。"),
    NO_CODE(
            "The connector failed without a usable code. Report it to the connector's owner.",
            "接続部の失敗にコードがありません。接続部の担当者に連絡してください。"),
    NO_RECONCILER(
            "The outcome is unknown and this connector cannot look filings up. Ask the destination whether it has the filing; then confirm it or make it ready again.",
            "結果が不明で、この接続部には照会機能がありません。申請先に届出の有無を確認し、確認済みにするか再送してください。"),
    ATTEMPTS(
            "The filing never arrived, as often as it was tried. Find out why the destination loses it, then make it ready again.",
            "規定回数送信しても申請先に届いていません。原因を確認してから再送してください。"),
    BODY(
            "The stored content of the filing cannot be read by this version. Install the version that wrote it, then make the filing ready again.",
            "保存された届出内容をこの版では読み取れません。書き込んだ版を導入してから再送してください。"),
    STUCK(
            "Attempts that were given up still hold every thread of the lane. Restart the connector's bundle, and report it to its owner.",
            "打ち切った処理がスレッドを占有しています。接続部のバンドルを再起動し、担当者に連絡してください。"),
    TWO_CONNECTORS(
            "The destination has a connector already, and this one is not used. Remove one of the two.",
            "この申請先には既に別の接続部があるため、使用されません。どちらかを削除してください。"),
    CONNECTOR(
            "The connector could not be started. Correct its configuration or install a repaired one; the log says what it threw.",
            "接続部を開始できません。設定を修正するか、修正版を導入してください。詳細はログを確認してください。"),
    RETRY_BUDGET(
            "The destination fails so often that its share of repetitions is used up, so this filing is not tried again by itself. See why it fails; when it answers again, release its filings with renkei:parked-replay --cause ROUTES-RETRY-BUDGET.",
            "申請先の一時障害が多く、再送枠を使い切りました。原因を確認し、復旧後に renkei:parked-replay --cause ROUTES-RETRY-BUDGET で再送してください。"),
    NO_CORRECTION(
            "The connector cannot send a correction of this kind. Install one that can, then make the filing ready again; or tell the applicant to turn to the ministry.",
            "この接続部は補正の送信に対応していません。対応する接続部を導入して再送するか、申請者に申請先機関への連絡を案内してください。"),
    NO_WITHDRAWAL(
            "The connector cannot send a withdrawal, so nothing was sent and the examination goes on. Tell the applicant to turn to the ministry.",
            "この接続部は取下げの送信に対応していないため、送信されず審査が続きます。申請者に申請先機関への連絡を案内してください。"),
    TOO_LARGE(
            "A document in a folder is larger than documents may be (document.max.bytes of io.renkei.notices) and was not taken. Ask the ministry to divide it, or raise the bounds and have it left again.",
            "フォルダに置かれた文書が上限（io.renkei.noticesのdocument.max.bytes）を超えるため受け取れませんでした。分割を申請先に依頼するか、上限を見直して再度置くよう依頼してください。"),
    KILLED(
            "An operator stopped the destination while the filing was under way. Nothing to do where it can look filings up: it is asked about once the stop is lifted.",
            "運用者が申請先への送信を緊急停止しました。照会機能があれば、停止解除後に自動的に確認されます。"),
    NOT_ALLOWED(
            "Messages without a seal wait in the message box of the destination, as the gateway may not take them. Set unsealed.<destination> = allowed in io.renkei.notices.cfg if they may lie in inboxes, marked as unsealed; or name no box in the connector's file.",
            "署名のないお知らせの受入れが許可されていないため、申請先のメッセージボックスに残しています。受け入れる場合はio.renkei.notices.cfgにunsealed.<申請先> = allowedを設定し、受け入れない場合は接続部の設定からメッセージボックスの指定を外してください。"),
    PAYMENT_CHANGED(
            "The destination changed a payment request that was taken under the same number. The first one stays; ask the destination to cancel it and to send another.",
            "申請先が同じ番号の納付依頼の内容を変更しました。最初の内容を維持しています。取消しと新しい番号での依頼を申請先に求めてください。"),
    PAYMENT_WORD(
            "The destination tells the state of a payment in a word that is not known here, so nothing changed by it. renkei:payment-list --unknown shows the word; ask the destination what it means, and tell the connector's owner.",
            "申請先が納付の状態を未知の語で通知したため、状態を変更していません。renkei:payment-list --unknownで語を確認し、意味を申請先に問い合わせ、接続部の担当者に連絡してください。"),
    PAYMENT_UNREADABLE(
            "The destination names a payment request with a number, amount or day that cannot be one, so it was not taken. Look it up at the destination, and report it to the connector's owner.",
            "申請先の納付依頼の番号・金額・日付のいずれかが正しくないため受け取れませんでした。申請先で確認し、接続部の担当者に連絡してください。"),
    NEVER_TOLD(
            "The connector says that the destination can never be told that a document was fetched, as it has no name for it there. Nothing tries again; tell the destination over another way if it has to know.",
            "申請先に文書の識別番号がないため、取得されたことを通知できません。再試行はしません。必要であれば別の方法で申請先に連絡してください。"),
    PROBE(
            "The probe of the destination failed without a code. Report it to the connector's owner.",
            "申請先の疎通確認がコードなしで失敗しました。接続部の担当者に連絡してください。");

    private final String sentence;
    private final String sentenceJa;

    RoutesCode(String sentence, String sentenceJa) {
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return "ROUTES-" + name().replace('_', '-');
    }

    String sentence() {
        return sentence;
    }

    String sentenceJa() {
        return sentenceJa;
    }

    @Override
    public String toString() {
        return code();
    }
}
