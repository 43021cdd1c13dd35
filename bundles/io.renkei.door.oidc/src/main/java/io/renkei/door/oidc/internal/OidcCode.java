package io.renkei.door.oidc.internal;

/** What the operator and people are told by the provider. Sites are told by the codes of OAuth 2.0. */
enum OidcCode {
    SETTINGS(
            "OIDC-001",
            "The settings of the OpenID provider cannot be used, and no site can sign anybody on. Correct io.renkei.door.oidc.cfg as the lines below say.",
            "OpenIDプロバイダーの設定が正しくないため、外部サイトへのサインオンができません。表示に従いio.renkei.door.oidc.cfgを修正してください。"),
    CHANGE(
            "OIDC-002",
            "The change is not used and the settings of before stay in use. Correct the file as the lines below say.",
            "設定の変更は適用されず、変更前の設定を使用しています。表示に従い設定ファイルを修正してください。"),
    NO_SUCH_REQUEST(
            "OIDC-010",
            "This request is over, was used before, or began in another browser. Go back to the site and begin again.",
            "この要求は期限切れか、使用済みか、別のブラウザーで開始されたものです。外部サイトに戻り、最初からやり直してください。"),
    BAD_REQUEST(
            "OIDC-011",
            "The site sent you here with a request that is not well-formed. Nothing was handed over. Tell the site's operator.",
            "外部サイトの要求が正しくありません。データは引き渡されていません。外部サイトの運営者にお知らせください。"),
    BAD_LOGOUT(
            "OIDC-012",
            "The site's request to sign you out is not well-formed. To sign out, use the portal's own page.",
            "外部サイトからのログアウト要求が正しくありません。ログアウトはポータルの画面から行ってください。"),
    SIGNED_OUT("OIDC-013", "You are signed out.", "ログアウトしました。"),
    BUSY("OIDC-014", "Too much at once. Try again in a moment.", "混み合っています。しばらくしてからもう一度お試しください。"),
    NOT_NOW("OIDC-015", "This cannot be done right now. Try again in a moment.", "ただいまご利用になれません。しばらくしてからもう一度お試しください。"),
    NOT_TOLD(
            "OIDC-020",
            "A site does not take word of logouts; it is told again by itself for a day. If it lasts, check its address, logout.tls.trust and the network, and ask the site's operator.",
            "外部サイトがログアウト通知を受け取りません。一日の間、自動的に再送します。続く場合はアドレス、logout.tls.trust、ネットワークを確認し、サイトの運営者に問い合わせてください。"),
    REFUSED_WORD(
            "OIDC-021",
            "A site refused word of a logout, and is not told again. Ask the site's operator.",
            "外部サイトがログアウト通知を拒否しました。再送しません。サイトの運営者に問い合わせてください。"),
    NO_TRUST(
            "OIDC-022",
            "Sites wait for word of logouts, and logout.tls.trust names no authorities. Set it to a PEM file.",
            "ログアウト通知を待つ外部サイトがありますが、logout.tls.trustが未設定です。PEMファイルを指定してください。"),
    DEFECT(
            "OIDC-030",
            "A request failed because of a defect. Report it with this line.",
            "不具合により要求を処理できませんでした。この行を添えて報告してください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    OidcCode(String code, String sentence, String sentenceJa) {
        this.code = code;
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

    /** Code and both sentences, in one line. */
    String line() {
        return code + ": " + sentence + " / " + sentenceJa;
    }
}
