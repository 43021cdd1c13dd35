package io.renkei.deploy.internal;

/** Why a bundle is refused, or why no bundle can be judged. */
enum DeployCode {
    UNSIGNED(
            1,
            "%s is not signed, or not wholly. Sign the whole JAR (jarsigner) and deploy that one.",
            "%sに署名がないか、全体が署名されていません。JAR全体に署名して配置し直してください。"),
    CHANGED(2, "%s was changed after it was signed. Have it from its maker again.", "%sは署名後に変更されています。作成元から再取得してください。"),
    WEAK(
            3,
            "%s is signed with a digest that is not allowed (SHA-1, MD5). Sign it with SHA-256 or stronger.",
            "%sは認められないダイジェスト（SHA-1、MD5）で署名されています。SHA-256以上で署名し直してください。"),
    UNKNOWN_SIGNER(
            4,
            "%s is signed by nobody whom anchors and signers name, or by an expired certificate. Have it signed by one of them, or name its signer.",
            "%sの署名者はanchorsおよびsignersに登録されていないか、証明書の有効期限が切れています。登録済みの署名者が署名し直すか、署名者を登録してください。"),
    UNREADABLE(5, "%s cannot be read, so nobody knows what it is. Deploy it again.", "%sを読み取れません。配置し直してください。"),
    CONFIGURATION(
            6,
            "No bundle beside those of the distribution is let in: %s Correct io.renkei.deploy.cfg.",
            "設定に誤りがあるため、配布物以外のバンドルは受け付けません。io.renkei.deploy.cfgを訂正してください。"),
    REFERENCE(
            7,
            "%s is used where it lies (reference:) and could change after it was judged. Deploy the JAR itself.",
            "%sは参照（reference:）で導入されており、検証後に変更される可能性があります。JAR自体を配置してください。");

    private final int number;
    private final String sentence;
    private final String sentenceJa;

    DeployCode(int number, String sentence, String sentenceJa) {
        this.number = number;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return String.format("DEPLOY-%03d", number);
    }

    String about(String what) {
        return code() + ": " + String.format(sentence, what);
    }

    String aboutJa(String what) {
        return String.format(sentenceJa, what);
    }
}
