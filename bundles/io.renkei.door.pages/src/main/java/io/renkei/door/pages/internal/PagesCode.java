package io.renkei.door.pages.internal;

/** What the pages refuse, with a sentence that says what the person can do. */
enum PagesCode {
    NO_SUCH_PAGE(
            1,
            404,
            "There is no such page. Go to the start page and choose from there.",
            "該当するページがありません。最初のページから選び直してください。"),
    METHOD(
            2,
            405,
            "This page cannot be opened in this way. Go back and use its button.",
            "この方法では開けません。前のページに戻り、ボタンから操作してください。"),
    FORGED(
            3,
            403,
            "This form did not come from this page, or you have signed in anew since. Nothing was done. Open the page again and use its button.",
            "このページからの送信であることを確認できませんでした（再ログイン後に古い画面から送信した場合を含みます）。処理は行われていません。ページを開き直して操作してください。"),
    TOO_LARGE(
            4, 413, "More was sent than a form holds. Choose less and send again.", "送信内容が上限を超えています。選択を減らして送信してください。"),
    INPUT(
            5,
            400,
            "Something in the form is missing or not as it should be. Go back and choose again.",
            "入力内容に不足または誤りがあります。前のページに戻って選び直してください。"),
    DATABASE(
            6,
            503,
            "The service cannot reach its database. Nothing is lost. Try again in a minute.",
            "現在データベースに接続できません。データは失われていません。1分ほど待ってからやり直してください。"),
    PART(
            7,
            503,
            "A part of the service is starting or being replaced. Try again in a minute.",
            "システムの一部が起動中または更新中です。1分ほど待ってからやり直してください。"),
    INTERNAL(
            8,
            500,
            "The service failed. Try again; if it fails again, tell the help desk this code.",
            "システムの内部エラーです。もう一度お試しください。再び失敗する場合は、このコードを窓口にお知らせください。"),
    BUSY(
            9,
            503,
            "The service has as much to do as it can. Nothing was done. Try again in a minute.",
            "混雑しています。処理は行われていません。1分ほど待ってからやり直してください。"),
    NO_CERTIFICATE(
            10,
            401,
            "The browser showed no certificate. Put your card on the reader (or connect your phone), close all windows of the browser, and choose the certificate for user authentication when it asks.",
            "証明書が提示されませんでした。カードをカードリーダーにセット（またはスマートフォンを接続）し、ブラウザーをすべて閉じてから、利用者証明用電子証明書を選択してください。"),
    FOR_SIGNING(
            11,
            403,
            "This is the certificate for signing. Close all windows of the browser, and choose the certificate for user authentication (four-digit PIN).",
            "署名用電子証明書が選択されています。ブラウザーをすべて閉じてから、利用者証明用電子証明書（数字4桁の暗証番号のもの）を選択してください。"),
    OTHER_KIND(
            12,
            403,
            "This is not a certificate for user authentication. Close all windows of the browser, and choose that of your My Number Card.",
            "利用者証明用電子証明書ではありません。ブラウザーをすべて閉じてから、マイナンバーカードの利用者証明用電子証明書を選択してください。"),
    UNKNOWN_AUTHORITY(
            13,
            403,
            "This certificate was issued by an authority that is not trusted here. Choose the certificate for user authentication of your My Number Card.",
            "信頼されていない認証局の証明書です。マイナンバーカードの利用者証明用電子証明書を選択してください。"),
    OUT_OF_TIME(
            14,
            403,
            "This certificate has expired or is not valid yet. Have it renewed at your municipality's office.",
            "証明書の有効期間外です。お住まいの市区町村の窓口で更新してください。"),
    REVOKED(
            15,
            403,
            "This certificate was revoked or is on hold. Ask at your municipality's office.",
            "失効または一時停止された証明書です。お住まいの市区町村の窓口にお問い合わせください。"),
    REVOCATION_UNKNOWN(
            16,
            503,
            "It cannot be checked at the moment whether this certificate was revoked. Try again later; the operator has to provide a current revocation list.",
            "現在、証明書の失効状態を確認できません。時間をおいてやり直してください（運用者による失効リストの更新が必要です）。"),
    SIGN_IN_FIRST(
            17,
            401,
            "You are not signed in, or you were away for too long. Sign in again.",
            "ログインしていないか、一定時間操作がなかったためログアウトしました。もう一度ログインしてください。"),
    START_HERE(
            18,
            403,
            "Sign-in starts on the sign-in page of this service. Open it and choose how to sign in.",
            "ログインはこのサービスのログインページから開始してください。ログイン方法を選び直してください。"),
    COMPANY_OFF(
            20,
            503,
            "Signing in by a company account is not possible at the moment. Try again later.",
            "現在、法人アカウントによるログインは利用できません。時間をおいてやり直してください。"),
    COMPANY_STATE(
            21,
            403,
            "This answer of the company-account provider belongs to no sign-in of this browser, or came too late. Start again on the sign-in page.",
            "法人アカウントの応答が、このブラウザーのログイン操作と一致しないか、時間が経過しています。ログインページからやり直してください。"),
    COMPANY_DENIED(
            22,
            403,
            "The company-account provider did not sign you in. Start again, or choose another way.",
            "法人アカウントのログインが完了しませんでした。やり直すか、別の方法を選択してください。"),
    COMPANY_FAILED(
            23,
            502,
            "The company-account provider could not be asked, or what it said could not be verified. Nothing was done. Try again later.",
            "法人アカウントの認証結果を確認できませんでした。処理は行われていません。時間をおいてやり直してください。"),
    COMPANY_KIND(
            24,
            403,
            "This kind of company account cannot be used here. Use an account of a kind that the sign-in page names.",
            "この種別の法人アカウントは利用できません。ログインページに示す種別のアカウントを使用してください。"),
    NO_SUCH_SITE(
            30,
            404,
            "There is no such site. Choose one from the list of sites.",
            "該当する連携先がありません。「外部サイトとの連携」から選び直してください。"),
    SITE_CLOSED(
            31,
            503,
            "The site is closed at this hour. The list of sites shows its hours.",
            "連携先の受付時間外です。受付時間は「外部サイトとの連携」に表示しています。"),
    ACCOUNT_KIND(
            32,
            403,
            "This site does not take this kind of account, or a representative may not do this. Sign in with another account.",
            "この連携先では、このアカウントの種別を利用できないか、代理人による操作が許可されていません。別のアカウントでログインしてください。"),
    NO_SUCH_RECEIPT(
            33,
            404,
            "You have no such receipt. Choose one from your links and handovers.",
            "該当する受領証がありません。「外部サイトとの連携」または引き渡し履歴から選び直してください。"),
    SITE_NOT_REACHABLE(
            34,
            404,
            "This site cannot be opened from here. Open it by its own address.",
            "この連携先はここから開けません。連携先のサイトを直接開いてください。"),
    NOT_GIVEN(
            35,
            502,
            "The delivery service did not give this document; why is the code below. Go back to the list and try again later.",
            "民間送達サービスから文書を取得できませんでした。理由は下のコードのとおりです。一覧に戻り、時間をおいてやり直してください。"),
    NOT_VERIFIED(
            36,
            403,
            "This document could not be verified and is not given out. Open it from the list to see why.",
            "検証できない文書のため、保存できません。一覧から開き、理由を確認してください。"),
    NO_SUCH_REQUEST(
            40,
            404,
            "This request is over, or it was begun in another browser. Go back to the site and start there again.",
            "この要求は終了したか、別のブラウザーで開始されたものです。連携先のサイトに戻ってやり直してください。"),
    NOT_NOW(
            41,
            409,
            "This cannot be done now, because the request stands elsewhere. Open it again to see how it stands.",
            "要求の状態が変わったため、この操作はできません。開き直して現在の状態を確認してください。"),
    NOT_ALLOWED(
            42,
            403,
            "This cannot be handed over: no link to the site holds, or the delegation does not cover these items.",
            "引き渡しできません。連携先との属性連携が有効でないか、委任の範囲に含まれない項目があります。"),
    NOTHING_CHOSEN(
            43,
            422,
            "Nothing is chosen. Choose at least one item, or say that you hand nothing over.",
            "項目が選択されていません。1つ以上選択するか、「引き渡さない」を選んでください。"),
    NO_SUCH_HANDOVER(
            44, 404, "You have no such handover. Choose one from your handovers.", "該当する引き渡しがありません。引き渡し履歴から選び直してください。"),
    TOO_MUCH(
            45,
            413,
            "What you chose is more than is handed over at once. Nothing was handed over. Choose fewer certificates.",
            "選択した内容が一度に引き渡せる量を超えています。引き渡しは行われていません。証明書の選択を減らしてください。"),
    NO_SUCH_BUNDLE(
            46,
            404,
            "These documents are not kept any more, or never were yours. Gather the year anew.",
            "取得した文書の保存期間が終了したか、該当するものがありません。もう一度まとめて取得してください。"),
    SENDER_NOT_CHANGED(
            47,
            502,
            "The delivery service did not take your choice; why is the code below. Look at the list of senders again later.",
            "民間送達サービスに送付元の選択を反映できませんでした。理由は下のコードのとおりです。時間をおいて送付元の一覧を確認してください。"),
    NO_SUCH_SENDER(
            48,
            404,
            "The delivery service has no such sender. Choose one from the list of senders.",
            "該当する送付元がありません。送付元の一覧から選び直してください。"),
    BROKEN_OFF(
            49,
            500,
            "The file could not be written to its end. Nothing was lost. Try again; if it fails again, tell the help desk this code.",
            "ファイルを最後まで作成できませんでした。データは失われていません。もう一度お試しください。再び失敗する場合は、このコードを窓口にお知らせください。"),
    NO_SUCH_QUESTION(50, 404, "This answer is not there any more. Ask again.", "回答の表示期間が終了しています。もう一度照会してください。"),
    NOT_DELEGATED(
            60,
            403,
            "You may not do this for the other person: the delegation does not cover it, or it is over.",
            "委任の範囲に含まれないか、委任期間が終了しているため、代理での操作はできません。"),
    NO_SUCH_DELEGATION(
            61,
            404,
            "There is no such delegation or offer. Check the code, or choose from your delegations.",
            "該当する委任または申出がありません。コードを確認するか、委任の一覧から選び直してください。"),
    DELEGATION_REFUSED(
            62,
            422,
            "The delegation was not accepted; the reason stands below. Nothing was changed.",
            "委任は登録されませんでした。理由は以下のとおりです。変更は行われていません。"),
    OWN_CERTIFICATE(
            63,
            403,
            "The browser showed the certificate of the person who is signed in, not that of the representative. Close all windows of the browser, sign in as the principal, and choose the representative's certificate on this page.",
            "代理人ではなく、ログイン中のご本人の証明書が提示されています。ブラウザーをすべて閉じ、ご本人がログインし直してから、このページで代理人の証明書を選択してください。"),
    NO_SUCH_CODE(
            64,
            404,
            "This code is wrong, used, or too old, or too many wrong ones were given today. Check it, or ask for a new one.",
            "コードが誤っているか、使用済み、期限切れ、または本日の入力誤りが上限に達しています。確認するか、新しいコードを取得してください。"),
    LAST_CERTIFICATE(
            65,
            409,
            "This is the only certificate of your account, and without it nobody could sign in. Add another one first.",
            "このアカウントの唯一の証明書のため削除できません（ログインできなくなります）。先に別の証明書を追加してください。"),
    NO_SUCH_CERTIFICATE(
            66,
            404,
            "Your account has no such certificate. Choose one from the list.",
            "該当する証明書の登録がありません。一覧から選び直してください。"),
    OF_ANOTHER(
            67,
            409,
            "This certificate opens another account already, and nothing was changed. If you signed in with it by mistake before you added it, ask the help desk to erase that account; then add it again.",
            "この証明書は別のアカウントに登録されています。変更は行われていません。追加する前に誤ってこの証明書でログインした場合は、そのアカウントの消去を窓口に依頼し、その後もう一度追加してください。"),
    TOO_MANY(68, 409, "There are as many as there can be. Remove one first.", "登録数の上限に達しています。先に不要なものを削除してください。"),
    NO_SUCH_INBOX(
            80,
            404,
            "You do not read such an inbox. Choose one from your inboxes, or add it by a code.",
            "該当する受信箱の登録がありません。一覧から選ぶか、コードを入力して追加してください。"),
    NO_SUCH_NOTICE(
            81,
            404,
            "There is no such notice in your inboxes. Choose one from the list.",
            "受信箱に該当するものがありません。一覧から選び直してください。"),
    NOTICE_OVER(
            82,
            410,
            "The time for fetching this document is over. Ask who issued it for another copy, with its number.",
            "この文書の取得期限が過ぎています。文書番号を添えて発出元に問い合わせてください。"),
    UNREADABLE(
            83,
            500,
            "The document cannot be read from the store. Nothing counts as fetched. Tell the help desk this code.",
            "保管先から文書を読み取れません。取得したことにはなっていません。このコードを窓口にお知らせください。");

    private final String code;
    private final int status;
    private final String sentence;
    private final String sentenceJa;

    PagesCode(int number, int status, String sentence, String sentenceJa) {
        this.code = String.format("PAGES-%03d", number);
        this.status = status;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    String sentenceJa() {
        return sentenceJa;
    }

    String sentence(Language language) {
        return language.isEnglish() ? sentence : sentenceJa;
    }
}
