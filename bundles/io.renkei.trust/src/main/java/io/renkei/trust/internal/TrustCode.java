package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustFault;

/** What can be wrong with a signed document, each with a sentence that the sender can act on. */
enum TrustCode {
    MALFORMED(
            1,
            "The document is not well-formed XML 1.0. Check that the file is complete and its encoding is declared, then send it again.",
            "文書が整形式のXML 1.0ではありません。ファイルの欠損と文字コード宣言を確認し、再送してください。"),
    DOCTYPE(
            2,
            "The document has a DOCTYPE, which is refused. Remove the DOCTYPE and its entities, then sign and send it again.",
            "DOCTYPE宣言のある文書は受け付けません。DOCTYPE宣言と実体宣言を除き、署名し直して送信してください。"),
    TOO_LARGE(
            3,
            "The document is larger than allowed. Move large contents into attachments and sign the smaller document.",
            "文書が上限サイズを超えています。大きな内容は添付書類に移し、署名し直してください。"),
    TOO_DEEP(
            4,
            "Elements are nested deeper than allowed. Write the document by its published schema.",
            "要素の入れ子が上限を超えています。公開された様式に従って文書を作成してください。"),
    TOO_MANY_PARTS(
            5,
            "The document has more attributes or nodes than allowed. Write the document by its published schema.",
            "属性またはノードの数が上限を超えています。公開された様式に従って文書を作成してください。"),
    WRONG_ROOT(
            6,
            "The document element is not the one that this kind of document has. Check that the right file was sent.",
            "文書の最上位要素が様式と異なります。送信したファイルが正しいか確認してください。"),
    ELEMENT_MISSING(
            7,
            "An element that has to be signed is missing. Add it, then sign and send the document again.",
            "署名対象となる要素がありません。要素を追加し、署名し直して送信してください。"),
    ELEMENT_REPEATED(
            8,
            "An element that has to be signed occurs more than once. Keep exactly one, then sign and send the document again.",
            "署名対象となる要素が複数あります。一つだけにし、署名し直して送信してください。"),
    ELEMENT_MISPLACED(
            9,
            "An element that has to be signed does not stand directly under the document element. Put it there, then sign again.",
            "署名対象となる要素が最上位要素の直下にありません。正しい位置に置き、署名し直してください。"),
    DUPLICATE_ID(
            10,
            "The ID of a signed element occurs more than once. Give each element its own ID, then sign and send the document again.",
            "署名対象要素のIDが文書内で重複しています。IDを一意にし、署名し直して送信してください。"),
    UNSIGNED(11, "The document has no signature. Sign it and send it again.", "文書に署名がありません。署名して再送してください。"),
    TOO_MANY_SIGNATURES(
            12,
            "The document has more signatures than allowed. Send it with at most 16 signatures.",
            "署名の数が上限を超えています。16個以内で送信してください。"),
    SIGNATURE_MISPLACED(
            13,
            "A signature stands where none is expected. Put it under the document element or under one of its children.",
            "署名の位置が正しくありません。最上位要素の直下、またはその子要素の直下に置いてください。"),
    SIGNATURE_FORM(
            14,
            "A signature is not built as this gateway accepts it: SignedInfo, SignatureValue and KeyInfo with X509Data, without Object, Manifest or RetrievalMethod. Sign again with that form.",
            "署名の構造が受け付けられません。SignedInfo、SignatureValue、X509Dataを含むKeyInfoのみで構成し、Object・Manifest・RetrievalMethodを使わずに署名し直してください。"),
    SIGNATURE_ALGORITHM(
            15,
            "The signature algorithm is not allowed (SHA-1 and MD5 are refused). Sign again with RSA or ECDSA and SHA-256, SHA-384 or SHA-512.",
            "署名アルゴリズムが認められていません（SHA-1、MD5は不可）。RSAまたはECDSAとSHA-256、SHA-384、SHA-512で署名し直してください。"),
    HMAC(
            16,
            "The signature is an HMAC, which identifies no signer. Sign again with the key of a certificate.",
            "HMACによる署名は署名者を特定できないため受け付けません。電子証明書の鍵で署名し直してください。"),
    DIGEST_ALGORITHM(
            17,
            "A digest algorithm is not allowed (SHA-1 and MD5 are refused). Sign again with SHA-256, SHA-384 or SHA-512.",
            "ダイジェストアルゴリズムが認められていません（SHA-1、MD5は不可）。SHA-256、SHA-384、SHA-512で署名し直してください。"),
    CANONICALIZATION(
            18,
            "The canonicalization method is not allowed. Sign again with Canonical XML 1.0 or Exclusive XML Canonicalization 1.0.",
            "正規化方式が認められていません。Canonical XML 1.0またはExclusive XML Canonicalization 1.0で署名し直してください。"),
    TRANSFORM(
            19,
            "A transform is not allowed. Elements take the enveloped-signature transform and one canonicalization, in this order; files take none. Sign again without others (XPath, XSLT, base64).",
            "変換方式が認められていません。要素にはenveloped-signatureと正規化一つ（この順）のみ、ファイルには変換なしとし、XPath・XSLT・base64等を使わずに署名し直してください。"),
    REFERENCE_OUTSIDE(
            20,
            "A reference points outside the package. Refer only to an ID in the document or to a plain file name of the package, then sign again.",
            "パッケージ外への参照は受け付けません。文書内のIDまたは同梱ファイルの名前のみを参照し、署名し直してください。"),
    REFERENCE_UNKNOWN(
            21,
            "A reference points to nothing that may be signed here. Refer to the elements and files that the procedure names, then sign again.",
            "参照先が署名対象として定められた要素またはファイルに一致しません。手続で定められた要素とファイルを参照し、署名し直してください。"),
    ELEMENT_NOT_COVERED(
            22,
            "A signature does not cover an element that has to be signed. Add a reference to it, then sign again.",
            "署名対象となる要素が署名に含まれていません。参照を追加し、署名し直してください。"),
    FILE_NOT_COVERED(
            23,
            "A signature does not cover a file that has to be signed. Add a reference to it, then sign again.",
            "署名対象となるファイルが署名に含まれていません。参照を追加し、署名し直してください。"),
    REFERENCE_REPEATED(
            24,
            "Two references of one signature point to the same thing. Keep one, then sign again.",
            "一つの署名の中で同じ対象が重複して参照されています。一つにし、署名し直してください。"),
    CONTENT_CHANGED(
            25,
            "What the reference covers was changed after signing. Send it exactly as it was signed, or sign again.",
            "署名後に署名対象の内容が変更されています。署名時のまま送信するか、署名し直してください。"),
    VALUE_WRONG(
            26,
            "The signature value fits no certificate in the signature. Put the signer's certificate into KeyInfo, or sign again.",
            "署名値が署名内のいずれの証明書とも一致しません。署名者の証明書をKeyInfoに含めるか、署名し直してください。"),
    NO_CERTIFICATE(
            27,
            "The signature carries no certificate. Put the signer's certificate into KeyInfo/X509Data, then sign again.",
            "署名に証明書が含まれていません。署名者の証明書をKeyInfo/X509Dataに含め、署名し直してください。"),
    CERTIFICATE_UNREADABLE(
            28,
            "A certificate in the signature cannot be read, or there are too many. Put the signer's certificate and its issuers, 16 at most, into KeyInfo.",
            "署名内の証明書を読み取れないか、数が多すぎます。署名者とその発行者の証明書（16個以内）をKeyInfoに含めてください。"),
    KEY_WEAK(
            29,
            "The signer's key is not accepted. Use a certificate with RSA of 2048 to 8192 bits, or with EC P-256, P-384 or P-521.",
            "署名者の鍵が認められていません。RSA 2048〜8192ビット、またはEC P-256、P-384、P-521の証明書を使用してください。"),
    KEY_USAGE(
            30,
            "The signer's certificate is not meant for signatures. Use a certificate whose key usage has digitalSignature or nonRepudiation.",
            "署名用の証明書ではありません。鍵用途にdigitalSignatureまたはnonRepudiationを持つ証明書を使用してください。"),
    SIGNER_EXPIRED(
            31,
            "The signer's certificate had expired at the time of judgement. Sign again with a valid certificate.",
            "判定時点で署名者の証明書の有効期間が過ぎています。有効な証明書で署名し直してください。"),
    SIGNER_NOT_YET_VALID(
            32,
            "The signer's certificate was not yet valid at the time of judgement. Check the clock, or send again when it is valid.",
            "判定時点で署名者の証明書の有効期間が始まっていません。時刻を確認するか、有効期間の開始後に送信してください。"),
    ISSUER_EXPIRED(
            33,
            "The certificate of an issuer had expired at the time of judgement. Sign with a certificate of the issuer's present generation.",
            "判定時点で発行者の証明書の有効期間が過ぎています。現行の発行者による証明書で署名し直してください。"),
    ISSUER_NOT_YET_VALID(
            34,
            "The certificate of an issuer was not yet valid at the time of judgement. Send again when it is valid.",
            "判定時点で発行者の証明書の有効期間が始まっていません。有効期間の開始後に送信してください。"),
    UNKNOWN_ROOT(
            35,
            "The signer's certificate leads to no issuer that is accepted for this procedure. Use a certificate of an accepted kind, and send the intermediate certificates with the signature.",
            "署名者の証明書が、この手続で認められた認証局に連なりません。認められた種類の証明書を使用し、中間証明書を署名に含めてください。"),
    PATH_RULE(
            36,
            "A certificate between the signer and the root breaks a rule of RFC 5280 (CA flag, path length, key usage, names, unknown critical extension). Ask the issuer of the certificate.",
            "署名者からルートまでの証明書がRFC 5280の規則（CAフラグ、パス長、鍵用途、名前、未知の重要拡張）に反しています。証明書の発行者に問い合わせてください。"),
    PATH_ALGORITHM(
            37,
            "A certificate between the signer and the root has a weak key or is signed with an algorithm that is not allowed. Use a certificate signed with SHA-256 or stronger and RSA of at least 2048 bits or EC.",
            "署名者からルートまでの証明書に、弱い鍵または認められない署名アルゴリズムが使われています。SHA-256以上かつRSA 2048ビット以上またはECの証明書を使用してください。"),
    JWS_FORM(
            40,
            "The signature is no compact JWS (RFC 7515) as announced here: attached, or detached with an empty middle part. Sign again with that form.",
            "署名がRFC 7515のコンパクト形式（ペイロード付き、または中央が空の分離形式）ではありません。所定の形式で署名し直してください。"),
    JWS_ALGORITHM(
            41,
            "The JWS algorithm is not allowed. Sign again with ES256, RS256 or PS256.",
            "JWSの署名アルゴリズムが認められていません。ES256、RS256またはPS256で署名し直してください。"),
    JWS_CRITICAL(
            42,
            "The JWS header has crit or b64, which are refused. Sign again without them.",
            "JWSヘッダーのcritおよびb64は受け付けません。これらを除き、署名し直してください。"),
    JWS_NO_CERTIFICATE(
            43,
            "The JWS header carries no readable certificates. Put the signer's certificate first and then its issuers, 16 at most, into x5c, and sign again.",
            "JWSヘッダーに読み取れる証明書がありません。x5cの先頭に署名者の証明書、続けて発行者の証明書（合計16個以内）を置き、署名し直してください。"),
    JWS_THUMBPRINT(
            44,
            "The thumbprint x5t#S256 in the JWS header is not that of the first certificate in x5c. Correct it, then sign again.",
            "JWSヘッダーのx5t#S256がx5c先頭の証明書と一致しません。訂正し、署名し直してください。"),
    JWS_VALUE_WRONG(
            45,
            "The JWS does not verify: the content or the header was changed, or another key signed. Send it exactly as it was signed, or sign again.",
            "JWSの署名値が一致しません。内容またはヘッダーが変更されたか、別の鍵で署名されています。署名時のまま送信するか、署名し直してください。"),
    JWS_KEY(
            46,
            "The key is not accepted for this JWS algorithm. Use RSA of 2048 to 8192 bits with RS256 or PS256, or EC P-256 with ES256.",
            "鍵がJWSの署名アルゴリズムに適合しません。RS256・PS256にはRSA 2048〜8192ビット、ES256にはEC P-256の鍵を使用してください。"),
    JWS_TOO_LARGE(
            47,
            "The JWS or its header is larger than allowed. Send less in one message.",
            "JWSまたはそのヘッダーが上限サイズを超えています。一度に送る量を減らしてください。"),
    PDF_FORM(
            50,
            "A signature of the PDF is not built as this gateway accepts it: adbe.pkcs7.detached or ETSI.CAdES.detached, with a ByteRange that leaves out nothing but the signature's own value. Sign again with that form.",
            "PDFの署名の構造が受け付けられません。adbe.pkcs7.detachedまたはETSI.CAdES.detached形式で、署名値以外のすべてをByteRangeに含めて署名し直してください。"),
    PDF_ADDED(
            51,
            "No signature of the PDF covers it to its end: something was added after it was signed. Send the file as the last signer left it, with nothing added behind (comments, form data, validation data, time stamps).",
            "PDFの末尾までを覆う署名がありません。署名後に何かが追記されています。注釈・入力・検証情報・タイムスタンプなどを追記せず、最後の署名時のままのファイルを送信してください。"),
    PDF_CMS(
            52,
            "The value of a PDF signature is not the CMS that this gateway accepts: one signer, detached, with signed attributes that name the signer's certificate. Sign again with a PAdES baseline profile.",
            "PDFの署名値が受け付けられるCMSではありません。署名者一名の分離形式で、署名者証明書を示す署名属性を含めてください。PAdESのベースラインプロファイルで署名し直してください。"),
    PDF_UNREADABLE(
            53,
            "The PDF is encrypted or broken, or its signatures are not those that its form names. Write the file anew by ISO 32000-1, without a password, then sign it.",
            "PDFが暗号化されているか壊れているか、フォームの示す署名と実際の署名が一致しません。パスワードを付けずISO 32000-1に従って作成し直し、署名してください。"),
    TSP_FORM(
            70,
            "The answer is no timestamp response, or its token is not what this gateway accepts (RFC 3161): one signer, SHA-256 or stronger, with its certificate. Check that the address is that of a timestamp authority.",
            "応答がタイムスタンプ応答ではないか、トークンの形式が受け付けられません（RFC 3161、署名者一名、SHA-256以上、証明書付き）。タイムスタンプ局のアドレスを確認してください。"),
    TSP_NOT_GRANTED(
            71,
            "The timestamp authority did not grant the timestamp. Ask its operator; where a policy is configured, check that the authority offers it.",
            "タイムスタンプ局がタイムスタンプを発行しませんでした。局の運用者に問い合わせ、ポリシーを設定している場合は提供されているか確認してください。"),
    TSP_OTHER(
            72,
            "The timestamp is for something else: its imprint, its nonce or its policy is not the one that was asked for. Ask for it again; if that lasts, ask the authority's operator.",
            "タイムスタンプの対象が異なります（ハッシュ値、nonceまたはポリシーが要求と一致しません）。再度取得し、続く場合は局の運用者に問い合わせてください。"),
    TSP_PURPOSE(
            73,
            "The certificate of the timestamp's signer is not for timestamps alone, or is not the one that the token names. It has to carry the extended key usage timeStamping, critical and alone.",
            "タイムスタンプの署名者証明書がタイムスタンプ専用でないか、トークンの示す証明書と一致しません。拡張鍵用途timeStampingのみをcriticalで持つ必要があります。"),
    TSP_VALUE(
            74,
            "The signature of the timestamp is not good: the token was changed, or another key signed. Take the token as it came from the authority.",
            "タイムスタンプの署名値が一致しません。トークンが変更されたか、別の鍵で署名されています。局から取得したままのトークンを使用してください。"),
    TSP_ROOT(
            75,
            "The certificate of the timestamp's signer leads to no trusted root. Put the authority's root as a PEM file into the folder timestamp of the trusted roots (for renkei check: --anchor).",
            "タイムスタンプの署名者証明書が信頼するルートに連なりません。局のルート証明書（PEM）を信頼ルートのtimestampフォルダーに置いてください（renkei checkでは--anchor）。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    TrustCode(int number, String sentence, String sentenceJa) {
        this.code = String.format("TRUST-%03d", number);
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    String code() {
        return code;
    }

    /** @param place where it stands, by position only: names and ids of the sender are not repeated */
    TrustFault at(String place) {
        return new TrustFault(code, place, sentence, sentenceJa);
    }
}
