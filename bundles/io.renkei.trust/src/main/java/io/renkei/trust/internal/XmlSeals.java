package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts an XML signature into a document in one reading of it. SignedInfo is written in its canonical form at once, so
 * what is signed is what stands there, plus the namespaces and {@code xml:} attributes that it inherits from its place.
 */
final class XmlSeals {

    private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private static final String METHODS = "<ds:CanonicalizationMethod Algorithm=\"" + C14N
            + "\"></ds:CanonicalizationMethod><ds:SignatureMethod"
            + " Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256\"></ds:SignatureMethod>";
    private static final String ENVELOPED = "<ds:Transform Algorithm=\"" + Algorithms.ENVELOPED + "\"></ds:Transform>";
    private static final String CANONICAL = "<ds:Transform Algorithm=\"" + C14N + "\"></ds:Transform>";
    private static final String DIGEST =
            "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod><ds:DigestValue>";
    private static final String UNRESERVED = "-._~";

    private final SafeXml xml = new SafeXml(XmlLimits.DEFAULT);
    private final SecureRandom random = new SecureRandom();
    private final Es256 signer;
    private final String keyInfo;

    XmlSeals(X509Certificate certificate, Es256 signer) {
        this.signer = signer;
        try {
            this.keyInfo = "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>" + base64(certificate.getEncoded())
                    + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo>";
        } catch (CertificateEncodingException e) {
            throw SealKeys.broken("the certificate of the sealing key", e);
        }
    }

    byte[] seal(byte[] document, XmlSeal seal) {
        CanonicalElement element = read(document, seal);
        boolean enveloped = seal.placement() == Placement.ENVELOPED;
        StringBuilder info = new StringBuilder(1024).append(METHODS);
        appendReference(
                info,
                "#" + percentEncoded(seal.id()),
                "<ds:Transforms>" + (enveloped ? ENVELOPED : "") + CANONICAL + "</ds:Transforms>",
                element.bytes());
        for (Map.Entry<String, byte[]> file : seal.files().entrySet()) {
            appendReference(info, percentEncoded(file.getKey()), "", file.getValue());
        }
        byte[] value = signer.sign(canonicalSignedInfo(enveloped ? element.scope() : element.rootScope(), info));
        String signature = "<ds:Signature xmlns:ds=\"" + Dom.DSIG + "\" Id=\"" + newId() + "\"><ds:SignedInfo>" + info
                + "</ds:SignedInfo><ds:SignatureValue>" + base64(value) + "</ds:SignatureValue>" + keyInfo
                + "</ds:Signature>";
        return LastChild.insert(document, enveloped ? element.ordinal() : 0, signature);
    }

    private CanonicalElement read(byte[] document, XmlSeal seal) {
        CanonicalElement element = new CanonicalElement(seal.idAttribute(), seal.id());
        try {
            xml.read(document, element);
        } catch (XmlRefused e) {
            throw new IllegalArgumentException(
                    "a document to be sealed is XML 1.0 in UTF-8 without DOCTYPE: "
                            + e.fault().code() + " at " + e.fault().place(),
                    e);
        }
        if (element.found() != 1) {
            throw new IllegalArgumentException(
                    "exactly one element has to carry the ID to be sealed, here " + element.found() + " do");
        }
        if (element.inherited().ambiguous()
                || (seal.placement() == Placement.ENVELOPED && element.scope().ambiguous())) {
            throw new IllegalArgumentException(
                    "an xml: attribute, such as xml:lang, stands on the element or above it and"
                            + " again, with another value, farther up; verifiers disagree on it, so keep one");
        }
        if (seal.placement() == Placement.SIBLING && element.ordinal() == 0) {
            throw new IllegalArgumentException("a signature over the document element has to be placed ENVELOPED");
        }
        return element;
    }

    private static byte[] canonicalSignedInfo(CanonicalElement.Scope scope, StringBuilder info) {
        StringBuilder canonical = new StringBuilder(info.length() + 256).append("<ds:SignedInfo");
        Map<String, String> namespaces = new TreeMap<>(scope.namespaces());
        namespaces.put("ds", Dom.DSIG);
        namespaces.forEach((prefix, uri) ->
                CanonicalText.appendAttribute(canonical, prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri));
        scope.xml().forEach((name, text) -> CanonicalText.appendAttribute(canonical, name, text));
        canonical.append('>').append(info).append("</ds:SignedInfo>");
        return canonical.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendReference(StringBuilder info, String uri, String transforms, byte[] octets) {
        info.append("<ds:Reference URI=\"")
                .append(uri)
                .append("\">")
                .append(transforms)
                .append(DIGEST);
        info.append(base64(Digests.sha256(octets))).append("</ds:DigestValue></ds:Reference>");
    }

    /** RFC 3986, 2.3: what is not unreserved is written as the percent-encoded bytes of UTF-8. */
    private static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    private String newId() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return "seal-" + HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
