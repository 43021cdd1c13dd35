package io.renkei.holdings.internal;

/** Why something that a service holds is not there, each with a sentence that says what to do. */
enum HoldingsCode {
    NOT_LINKED(
            1,
            "No link to the service holds, or it was revoked. Nothing of it is released; the person links it again.",
            "サービスとの属性連携がないか、取り消されています。再度連携してください。"),
    NO_CONNECTOR(
            2,
            "No connector of the service is installed. Copy its file to io.renkei.connector.privatedelivery-<service>.cfg, or take the service out of services.",
            "サービスの接続設定がありません。io.renkei.connector.privatedelivery-<サービス>.cfgを置くか、servicesから外してください。"),
    TOO_SLOW(
            3,
            "The service did not answer in time. The person asks again later; if it lasts, ask the service's operator.",
            "サービスから時間内に応答がありません。時間をおいて再度お試しください。続く場合はサービスの運用者に問い合わせてください。"),
    TOO_MANY_CALLS(
            4,
            "Too many calls to the service are under way. The person asks again later; raise parallel.calls if it lasts.",
            "サービスへの照会が混み合っています。時間をおいて再度お試しください。続く場合はparallel.callsを増やしてください。"),
    BAD_SIGNATURE(
            5,
            "The certificate is not signed, or was changed. It is not shown; the person asks its issuer for it over another way. The log names the fault.",
            "証明書の署名がないか、内容が改変されています。表示しません。別の経路で発行者に確認してください。不備はログを参照してください。"),
    NO_ANCHORS(
            6,
            "No root is trusted for issuers of certificates. Put the roots into the folder of purpose certificate-issuer; nothing is judged before.",
            "証明書発行者用の信頼するルート証明書がありません。用途certificate-issuerのフォルダに置いてください。"),
    OTHER_SIGNER(
            7,
            "The signature is good and is not that of the issuer that the certificate names. It is not shown; if the issuer's certificate is new, set signer.<corporate number>.",
            "署名は正しいものの、証明書に記載された発行者のものではありません。表示しません。発行者の証明書が更新されていればsigner.<法人番号>を設定してください。"),
    UNREADABLE(
            8,
            "The document is no certificate of a kind that is read, or lacks issuer, day, person or year. The person gets it from the service.",
            "対応する種類の証明書でないか、発行者・証明日・契約者・年分のいずれかがありません。サービスの画面から取得してください。"),
    OTHER_THAN_LISTED(
            9,
            "The certificate is of another kind or year than the service listed. It is not shown; ask the service's operator.",
            "証明書の種類または年分がサービスの一覧と異なります。表示しません。サービスの運用者に問い合わせてください。"),
    TOO_LARGE(
            10,
            "The document is larger than certificate.max.bytes. The person gets it from the service, or the bound is raised.",
            "文書がcertificate.max.bytesを超えています。サービスの画面から取得するか、上限を見直してください。"),
    GONE(
            11,
            "The service listed the document and holds it no more, or never held it for the person.",
            "該当する文書がサービスにありません。"),
    BROKEN_OFF(
            12,
            "The document did not come to its end. It is fetched again by itself for a bundle; else the person opens it again.",
            "文書の受信が途中で切れました。一括取得では自動的に再取得します。それ以外は再度開いてください。"),
    TOO_MANY(
            13,
            "The service lists more certificates than are gathered in one go (500 of a year, 100 pages). The person opens them one by one.",
            "サービスの証明書が一括取得の上限（1年分500件、一覧100ページ）を超えています。個別に開いてください。"),
    NOT_KEPT(
            14,
            "The content store does not keep the document now. It is tried again by itself; look at the disk of the database.",
            "文書を保存できません。自動的に再試行します。データベースのディスクを確認してください。"),
    DEFECT(
            15,
            "Something went wrong that should not. It is tried again by itself where it can; report it with the lines of the log.",
            "想定外の障害です。可能な場合は自動的に再試行します。ログとともに報告してください。"),
    DOWN(
            16,
            "A private delivery service does not answer. Persons see it as missing; check its connector's file, and ask its operator if it lasts.",
            "民間送達サービスが応答していません。利用者には取得不可と表示されます。接続設定を確認し、続く場合はサービスの運用者に問い合わせてください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    HoldingsCode(int number, String sentence, String sentenceJa) {
        this.code = String.format("HOLDINGS-%03d", number);
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

    /** As logs and health say it. */
    String line() {
        return code + ": " + sentence;
    }
}
