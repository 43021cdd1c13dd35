package io.renkei.sandbox.internal;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.crypto.Data;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.URIReference;
import javax.xml.crypto.URIReferenceException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dom.DOMURIReference;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Verifies the XML signatures of a document, as a ministry would that knows the platform's own library only. */
final class Signatures {

    private Signatures() {}

    /**
     * One good signature.
     *
     * @param elements the IDs it covers
     * @param files the names of the files it covers
     */
    record Good(X509Certificate signer, Set<String> elements, Set<String> files) {}

    /**
     * Verifies each signature of a document.
     *
     * @param idAttribute the attribute, without namespace, that is the ID of a covered element
     * @param files what a reference by name may mean
     * @return one per signature, in order; empty when there is none
     * @throws Refusal (400) if one of them is not good
     */
    static List<Good> verify(Document document, String idAttribute, Map<String, byte[]> files) {
        List<Good> good = new ArrayList<>();
        NodeList found = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        for (int i = 0; i < found.getLength(); i++) {
            good.add(verify(document, (Element) found.item(i), idAttribute, files));
        }
        return good;
    }

    private static Good verify(Document document, Element node, String idAttribute, Map<String, byte[]> files) {
        try {
            XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
            List<X509Certificate> certificates = certificates(signatures, node);
            Set<String> elements = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (X509Certificate certificate : certificates) {
                PublicKey key = certificate.getPublicKey();
                DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), node);
                context.setURIDereferencer(new Resolver(signatures.getURIDereferencer(), files));
                XMLSignature signature = signatures.unmarshalXMLSignature(context);
                if (signature.getSignatureValue().validate(context)) {
                    cover(document, signature, idAttribute, elements, names, context);
                    if (signature.validate(context)) {
                        return new Good(certificate, Set.copyOf(elements), Set.copyOf(names));
                    }
                }
            }
        } catch (MarshalException | XMLSignatureException e) {
            throw new Refusal(400, "A signature cannot be read.");
        }
        throw new Refusal(400, "A signature is not good.");
    }

    private static void cover(
            Document document,
            XMLSignature signature,
            String idAttribute,
            Set<String> elements,
            Set<String> names,
            DOMValidateContext context) {
        for (Object one : signature.getSignedInfo().getReferences()) {
            String uri = ((Reference) one).getURI();
            if (uri.startsWith("#")) {
                String id = decoded(uri.substring(1));
                context.setIdAttributeNS(Xml.byId(document, idAttribute, id), null, idAttribute);
                elements.add(id);
            } else {
                names.add(decoded(uri));
            }
        }
    }

    private static List<X509Certificate> certificates(XMLSignatureFactory signatures, Element node)
            throws MarshalException {
        List<X509Certificate> found = new ArrayList<>();
        XMLSignature signature = signatures.unmarshalXMLSignature(
                new DOMValidateContext(KeySelector.singletonKeySelector(new NoKey()), node));
        if (signature.getKeyInfo() != null) {
            for (Object info : signature.getKeyInfo().getContent()) {
                if (info instanceof X509Data data) {
                    for (Object content : data.getContent()) {
                        if (content instanceof X509Certificate certificate) {
                            found.add(certificate);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private record NoKey() implements PublicKey {
        @Override
        public String getAlgorithm() {
            return "none";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    /** Percent-decodes fragments and finds files by name; nothing else is ever fetched. */
    private record Resolver(URIDereferencer platform, Map<String, byte[]> files) implements URIDereferencer {

        @Override
        public Data dereference(URIReference reference, XMLCryptoContext context) throws URIReferenceException {
            String uri = reference.getURI();
            if (uri != null && uri.startsWith("#")) {
                return platform.dereference(new Decoded((DOMURIReference) reference), context);
            }
            byte[] file = uri == null ? null : files.get(decoded(uri));
            if (file == null) {
                throw new URIReferenceException("a signature refers to a file that is not there");
            }
            return new OctetStreamData(new ByteArrayInputStream(file));
        }
    }

    private record Decoded(DOMURIReference original) implements DOMURIReference {
        @Override
        public String getURI() {
            return decoded(original.getURI());
        }

        @Override
        public String getType() {
            return original.getType();
        }

        @Override
        public Node getHere() {
            return original.getHere();
        }
    }
}
