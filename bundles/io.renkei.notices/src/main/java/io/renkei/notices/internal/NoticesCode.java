package io.renkei.notices.internal;

/** Why a notice is not delivered, each with a sentence that says what to do. */
enum NoticesCode {
    NOT_XML(
            1,
            "The notice begins like XML and is no well-formed document without DOCTYPE. Ask the sender to send the official document itself.",
            "お知らせがDOCTYPEのない整形式のXML文書ではありません。公文書そのものを送るよう送信元に依頼してください。"),
    NO_READER(
            2,
            "No installed bundle reads this kind of document. Install its format; the notice is then judged by itself.",
            "この種類の文書を読むバンドルがありません。対応する様式を導入すると自動的に判定されます。"),
    BAD_SEAL(
            3,
            "The seal is not good. Do not trust the notice, and ask the ministry over another way; the log names the fault of the signature.",
            "署名が正しくありません。内容を信用せず、別の経路で申請先に確認してください。署名の不備はログを参照してください。"),
    NO_ANCHORS(
            4,
            "No root is trusted for ministries. Put the roots into the folder of purpose ministry; the notice is then judged by itself.",
            "申請先用の信頼するルート証明書がありません。用途ministryのフォルダに置くと自動的に判定されます。"),
    NO_SIGNERS(
            5,
            "Nobody is named as signer for this destination. Set signer.<destination> in io.renkei.notices.cfg; the notice is then judged by itself.",
            "この申請先の署名者が設定されていません。io.renkei.notices.cfgにsigner.<申請先>を設定すると自動的に判定されます。"),
    WRONG_SIGNER(
            6,
            "The seal is good and is not this destination's. Ask the ministry who sealed; if its certificate is new, set signer.<destination> and have the document sent again.",
            "署名は正しいものの、この申請先のものではありません。申請先に確認し、証明書が更新されていればsigner.<申請先>を設定して再送を依頼してください。"),
    UNREADABLE(
            7,
            "The document lacks its number, its filing or its day, or its number or title is too long. Ask the ministry for a complete one.",
            "文書番号・届出・日付のいずれかがないか、番号または標題が長すぎます。完全な文書の送付を申請先に依頼してください。"),
    UNKNOWN_FILING(
            8,
            "No filing has this number. The notice waits for it; after the time of waiting, ask the ministry whom it concerns.",
            "該当する届出がありません。届出が現れるまで保留されます。期限後は申請先に宛先を確認してください。"),
    OTHER_FILING(
            9,
            "The document decides a filing of another destination. Do not trust it, and ask the ministry over another way.",
            "他の申請先の届出に対する文書です。内容を信用せず、別の経路で申請先に確認してください。"),
    UNKNOWN_KIND(
            20,
            "The notice is neither XML nor PDF nor ZIP by its first bytes. Ask the sender to send the official document itself.",
            "お知らせの先頭バイトがXML・PDF・ZIPのいずれでもありません。公文書そのものを送るよう送信元に依頼してください。"),
    ZIP_REFUSED(
            21,
            "The package cannot be opened safely, or has packages nested deeper than one level or more than seven. The log names the fault; ask the ministry to pack it anew, or raise the bounds in io.renkei.format.zip.cfg and have it sent again.",
            "ZIPを安全に開けないか、入れ子のZIPが深すぎるか多すぎます。ログで不備を確認し、作り直しを申請先に依頼するか、io.renkei.format.zip.cfgの上限を見直して再送を依頼してください。"),
    NOTHING_SEALED(
            22,
            "The package holds no sealed official document. Ask the ministry for the package with the document that it sealed.",
            "ZIPに署名された公文書が含まれていません。署名済みの公文書を含めて送るよう申請先に依頼してください。"),
    MIXED(
            23,
            "The documents of the package are of several filings. Ask the ministry for one package per filing.",
            "ZIPの公文書が複数の届出に対するものです。届出ごとに分けて送るよう申請先に依頼してください。"),
    NOT_NAMED(
            24,
            "The document cannot name its filing, and the delivering call did not. The notice waits; ask the ministry to deliver the same document again with the number of the filing beside it.",
            "文書自体からは届出を特定できず、送信時にも指定がありません。保留されます。届出番号を添えて同じ文書を再送するよう申請先に依頼してください。"),
    NOTE_DIFFERS(
            25,
            "The delivering call names another filing than the sealed document. Do not deliver it, and ask the ministry which is right.",
            "送信時に指定された届出が、署名された文書の届出と異なります。配信せず、どちらが正しいかを申請先に確認してください。"),
    RETURNED(
            26,
            "The destination gave the filing back (return slip). Tell the applicant to read the document in the inbox; it says what to correct.",
            "申請先が届出を返戻しました。受信箱の文書に訂正すべき内容が記載されていることを申請者に案内してください。"),
    OTHER_REPLACED(
            27,
            "The document replaces or takes back itself or a document of another filing. Do not trust it, and ask the ministry over another way.",
            "自身または他の届出の文書を差し替え・取り消す文書です。内容を信用せず、別の経路で申請先に確認してください。"),
    CONTRADICTION(
            28,
            "Two decisions close the same filing and neither names the other. Both were delivered; ask the ministry which one holds, and have it send the one that replaces the other.",
            "同じ届出を終了させる決定が二つあり、互いを参照していません。いずれも配信済みです。有効な方を申請先に確認し、差替えの文書の送付を依頼してください。"),
    NEVER_FETCHED(
            29,
            "Nobody fetched the document in its time. Reach the addressee over another way; renkei:notice-list --fact EXPIRED lists these.",
            "期限内に取得されなかった文書があります。別の方法で名宛人に連絡してください。renkei:notice-list --fact EXPIREDで一覧できます。"),
    LINK_NOT_LISTED(
            30,
            "A payment request was refused, as its link leads to a host that is not listed. If the destination confirms the host over another way, set link.hosts.<destination> in io.renkei.notices.payments.cfg; the destination then sends it again.",
            "納付依頼のリンク先が許可されたホストではないため受け付けませんでした。別の経路で申請先に確認のうえ、io.renkei.notices.payments.cfgにlink.hosts.<申請先>を設定し、再送を依頼してください。"),
    PAID_AFTER_CANCELLATION(
            31,
            "A payment was reported of a payment request that its destination had cancelled. The request stays cancelled; ask the destination to settle it with who paid.",
            "取り消された納付依頼について納付が報告されました。納付依頼は取消のままです。納付者への返金等を申請先に確認してください。"),
    TWO_FILINGS(
            32,
            "A message without a seal names one filing by its file and another by its number. It lies in the inbox of the owner of its box, and with neither filing; ask the destination which one it means.",
            "署名のないお知らせのファイル名と受付番号が別の届出を指しています。どの届出にも関連付けず、メッセージボックスの所有者の受信箱に入れました。対象の届出を申請先に確認してください。"),
    NOT_ERASED(
            33,
            "Documents that were to be destroyed more than a day ago are still here. Look in the log at what the look for them fails of; renkei:notice-ending --days 1 lists them.",
            "消去の期日を1日以上過ぎた文書が残っています。ログで消去処理の失敗の原因を確認してください。renkei:notice-ending --days 1で一覧できます。"),
    UNKNOWN_WORD(
            34,
            "A destination tells the state of payments in a word that is not known here, so they stay as they were. Ask it what the word means, and tell the connector's owner; renkei:payment-list --unknown lists them.",
            "申請先が納付の状態を未知の語で通知しているため、状態を変更していません。語の意味を申請先に確認し、接続部の担当者に連絡してください。renkei:payment-list --unknownで一覧できます。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    NoticesCode(int number, String sentence, String sentenceJa) {
        this.code = String.format("NOTICES-%03d", number);
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
