package io.renkei.door.soap.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A real seal with the JDK's own XML signatures, beside the element that it covers. */
final class TestSealer implements Sealer {

    private final TestAuthority.Issued identity = new TestAuthority("Test").issue("ゲートウェイ");

    @Override
    public byte[] sealXml(byte[] document, XmlSeal seal) {
        try {
            Document parsed = parse(document);
            Element covered = (Element) parsed.getDocumentElement().getFirstChild();
            covered.setIdAttribute(seal.idAttribute(), true);
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            factory.newXMLSignature(
                            factory.newSignedInfo(
                                    factory.newCanonicalizationMethod(
                                            CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                                    factory.newSignatureMethod(
                                            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
                                    List.of(factory.newReference(
                                            "#" + seal.id(), factory.newDigestMethod(DigestMethod.SHA256, null)))),
                            keys.newKeyInfo(List.of(keys.newX509Data(List.of(identity.certificate())))))
                    .sign(new DOMSignContext(identity.key(), parsed.getDocumentElement()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(parsed), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the one signature of the document is good and covers its first element. */
    boolean covers(byte[] document) throws Exception {
        Document parsed = parse(document);
        Element covered = (Element) parsed.getDocumentElement().getFirstChild();
        covered.setIdAttribute("id", true);
        DOMValidateContext context = new DOMValidateContext(
                identity.certificate().getPublicKey(),
                parsed.getDocumentElement().getLastChild());
        var signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        var reference = (javax.xml.crypto.dsig.Reference)
                signature.getSignedInfo().getReferences().get(0);
        return signature.validate(context) && reference.getURI().equals("#" + covered.getAttribute("id"));
    }

    private static Document parse(byte[] document) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document));
    }

    @Override
    public X509Certificate certificate() {
        return identity.certificate();
    }

    @Override
    public List<X509Certificate> certificates() {
        return List.of(identity.certificate());
    }

    @Override
    public String sealDetached(String type, byte[] payload) {
        throw new UnsupportedOperationException();
    }
}
