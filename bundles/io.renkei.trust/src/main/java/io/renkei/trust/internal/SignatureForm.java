package io.renkei.trust.internal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A {@code ds:Signature}, read strictly: a fixed order of parts, no part beyond them, allowed algorithms only. Objects,
 * manifests and retrieval methods are refused, so that a signature holds nothing that somebody might take for content.
 *
 * @param signatureAlgorithm the JDK's name for it
 * @param certificates as they stand in KeyInfo, decoded from base64, in their order
 */
record SignatureForm(
        Element element, String signatureAlgorithm, List<ReferenceForm> references, List<byte[]> certificates) {

    static final int MAX_REFERENCES = 16;
    static final int MAX_CERTIFICATES = 16;
    private static final int MAX_CERTIFICATE_CHARACTERS = 64 * 1024;
    private static final String EXCLUSIVE_NAMESPACE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final Set<String> IGNORED_KEY_DATA =
            Set.of("X509IssuerSerial", "X509SKI", "X509SubjectName", "X509CRL");

    /** @param transforms by identifier, in their order */
    record ReferenceForm(Attr uri, List<String> transforms) {}

    static SignatureForm read(Element signature, String place) throws SignatureRefused {
        List<Element> parts = parts(signature, place);
        require(parts.size() == 3, place);
        Element signedInfo = named(parts.get(0), "SignedInfo", place);
        require(Dom.hasTextOnly(named(parts.get(1), "SignatureValue", place)), place);
        Element keyInfo = named(parts.get(2), "KeyInfo", place);

        List<Element> info = parts(signedInfo, place);
        require(info.size() >= 3 && info.size() <= 2 + MAX_REFERENCES, place);
        canonicalization(named(info.get(0), "CanonicalizationMethod", place), place);
        String algorithm = signatureAlgorithm(named(info.get(1), "SignatureMethod", place), place);
        List<ReferenceForm> references = new ArrayList<>();
        for (int i = 2; i < info.size(); i++) {
            references.add(reference(named(info.get(i), "Reference", place), place + "/Reference[" + (i - 1) + "]"));
        }
        return new SignatureForm(signature, algorithm, references, certificates(keyInfo, place));
    }

    private static ReferenceForm reference(Element reference, String place) throws SignatureRefused {
        List<Element> parts = parts(reference, place);
        List<String> transforms = List.of();
        if (parts.size() == 3) {
            transforms = transforms(named(parts.get(0), "Transforms", place), place);
            parts = parts.subList(1, 3);
        }
        require(parts.size() == 2, place);
        Element digest = named(parts.get(0), "DigestMethod", place);
        require(Dom.children(digest).isEmpty(), place);
        if (!Algorithms.DIGESTS.contains(digest.getAttributeNS(null, "Algorithm"))) {
            throw new SignatureRefused(TrustCode.DIGEST_ALGORITHM, place);
        }
        require(Dom.hasTextOnly(named(parts.get(1), "DigestValue", place)), place);
        Attr uri = reference.getAttributeNodeNS(null, "URI");
        if (uri == null) {
            throw new SignatureRefused(TrustCode.REFERENCE_UNKNOWN, place);
        }
        return new ReferenceForm(uri, transforms);
    }

    /** At most the enveloped-signature transform and then one canonicalization. */
    private static List<String> transforms(Element transforms, String place) throws SignatureRefused {
        List<String> algorithms = new ArrayList<>();
        for (Element transform : parts(transforms, place)) {
            String algorithm = named(transform, "Transform", place).getAttributeNS(null, "Algorithm");
            boolean first = algorithms.isEmpty();
            boolean afterEnveloped = algorithms.equals(List.of(Algorithms.ENVELOPED));
            if (algorithm.equals(Algorithms.ENVELOPED) && first) {
                require(Dom.children(transform).isEmpty(), place);
            } else if (Algorithms.CANONICALIZATIONS.contains(algorithm) && (first || afterEnveloped)) {
                inclusiveNamespacesOnly(transform, algorithm, place);
            } else {
                throw new SignatureRefused(TrustCode.TRANSFORM, place);
            }
            algorithms.add(algorithm);
        }
        require(!algorithms.isEmpty(), place);
        return algorithms;
    }

    private static void canonicalization(Element method, String place) throws SignatureRefused {
        String algorithm = method.getAttributeNS(null, "Algorithm");
        if (!Algorithms.CANONICALIZATIONS.contains(algorithm)) {
            throw new SignatureRefused(TrustCode.CANONICALIZATION, place);
        }
        inclusiveNamespacesOnly(method, algorithm, place);
    }

    private static void inclusiveNamespacesOnly(Element method, String algorithm, String place)
            throws SignatureRefused {
        List<Element> children = parts(method, place);
        require(
                children.isEmpty()
                        || (children.size() == 1
                                && Algorithms.isExclusive(algorithm)
                                && Dom.is(children.get(0), EXCLUSIVE_NAMESPACE, "InclusiveNamespaces")),
                place);
    }

    private static String signatureAlgorithm(Element method, String place) throws SignatureRefused {
        String algorithm = method.getAttributeNS(null, "Algorithm");
        if (Algorithms.isHmac(algorithm)) {
            throw new SignatureRefused(TrustCode.HMAC, place);
        }
        String name = Algorithms.SIGNATURES.get(algorithm);
        if (name == null) {
            throw new SignatureRefused(TrustCode.SIGNATURE_ALGORITHM, place);
        }
        require(Dom.children(method).isEmpty(), place);
        return name;
    }

    private static List<byte[]> certificates(Element keyInfo, String place) throws SignatureRefused {
        List<byte[]> certificates = new ArrayList<>();
        for (Element data : parts(keyInfo, place)) {
            if (Dom.is(data, Dom.DSIG, "KeyName") || Dom.is(data, Dom.DSIG, "KeyValue")) {
                continue; // says nothing that the certificates do not prove
            }
            for (Element datum : parts(named(data, "X509Data", place), place)) {
                if (Dom.is(datum, Dom.DSIG, "X509Certificate")) {
                    certificates.add(certificate(datum, place));
                } else {
                    require(
                            Dom.DSIG.equals(datum.getNamespaceURI()) && IGNORED_KEY_DATA.contains(datum.getLocalName()),
                            place);
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new SignatureRefused(TrustCode.NO_CERTIFICATE, place);
        }
        if (certificates.size() > MAX_CERTIFICATES) {
            throw new SignatureRefused(TrustCode.CERTIFICATE_UNREADABLE, place);
        }
        return certificates;
    }

    private static byte[] certificate(Element element, String place) throws SignatureRefused {
        require(Dom.hasTextOnly(element), place);
        String text = element.getTextContent();
        if (text.length() > MAX_CERTIFICATE_CHARACTERS) {
            throw new SignatureRefused(TrustCode.CERTIFICATE_UNREADABLE, place);
        }
        try {
            return Base64.getDecoder().decode(text.replaceAll("[ \t\r\n]", ""));
        } catch (IllegalArgumentException e) {
            throw new SignatureRefused(TrustCode.CERTIFICATE_UNREADABLE, place);
        }
    }

    private static List<Element> parts(Element parent, String place) throws SignatureRefused {
        require(Dom.hasElementsOnly(parent), place);
        return Dom.children(parent);
    }

    private static Element named(Element element, String local, String place) throws SignatureRefused {
        require(Dom.is(element, Dom.DSIG, local), place);
        return element;
    }

    private static void require(boolean allowed, String place) throws SignatureRefused {
        if (!allowed) {
            throw new SignatureRefused(TrustCode.SIGNATURE_FORM, place);
        }
    }
}
