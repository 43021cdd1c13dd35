package io.renkei.sandbox.internal;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The seals of the simulated ministries and of who certifies: {@code seal-<kind>.pem} in the directory of the keys. The same document sealed
 * twice gives the same bytes.
 */
final class Seals {

    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private final Path directory;
    private final Map<String, Pem.Identity> identities = new ConcurrentHashMap<>();

    Seals(Path directory) {
        this.directory = directory;
    }

    /**
     * Seals an official document: one signature (rsa-sha256) over the element with {@code ID="DOCBODY"}, as last child
     * of the document element, with the enveloped-signature transform and KeyInfo with signer and issuers. All other
     * bytes stay as they are.
     *
     * @param kind of ministry, such as {@code e-tax}
     * @param unsigned XML in UTF-8 whose document element ends with its closing tag
     * @throws IllegalArgumentException if the key or the document cannot be used
     */
    byte[] seal(String kind, byte[] unsigned) {
        return seal(kind, unsigned, "ID", "DOCBODY");
    }

    /** The same, over the element with that XML ID; it may be the document element itself. */
    byte[] seal(String kind, byte[] unsigned, String attribute, String id) {
        Pem.Identity identity =
                identities.computeIfAbsent(kind, name -> Pem.identity(directory.resolve("seal-" + name + ".pem")));
        try {
            Document document = Xml.parse(unsigned);
            Element body = Xml.byId(document, attribute, id);
            body.setIdAttributeNS(null, attribute, true);
            Element root = document.getDocumentElement();
            sign(identity, root, id);
            return insert(unsigned, root.getTagName(), text((Element) root.getLastChild()));
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | TransformerException e) {
            throw new IllegalArgumentException("the document cannot be sealed", e);
        }
    }

    private static void sign(Pem.Identity identity, Element root, String id)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
        Reference reference = signatures.newReference(
                "#" + id,
                signatures.newDigestMethod(DigestMethod.SHA256, null),
                List.of(signatures.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
                null,
                null);
        SignedInfo info = signatures.newSignedInfo(
                signatures.newCanonicalizationMethod(
                        CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS, (C14NMethodParameterSpec) null),
                signatures.newSignatureMethod(RSA_SHA256, null),
                List.of(reference));
        KeyInfoFactory keys = signatures.getKeyInfoFactory();
        KeyInfo key = keys.newKeyInfo(List.of(keys.newX509Data(identity.chain())));
        signatures.newXMLSignature(info, key).sign(new DOMSignContext(identity.key(), root));
    }

    private static byte[] insert(byte[] unsigned, String root, String signature) {
        String document = new String(unsigned, StandardCharsets.UTF_8);
        int end = document.lastIndexOf("</" + root);
        return (document.substring(0, end) + signature + document.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Element signature) throws TransformerException {
        Transformer copy = TransformerFactory.newInstance().newTransformer();
        copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        copy.transform(new DOMSource(signature), new StreamResult(out));
        return out.toString();
    }
}
