package io.renkei.sandbox.internal;

import io.renkei.api.spi.Sealer;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.Data;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.URIReference;
import javax.xml.crypto.URIReferenceException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dom.DOMURIReference;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
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
import org.w3c.dom.Node;

/** A seal or an applicant's signature, made with the platform's own library. */
public final class TestSealer implements Sealer {

    private final PrivateKey key;
    private final X509Certificate certificate;

    TestSealer(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    @Override
    public String sealDetached(String type, byte[] payload) {
        try {
            Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
            String header = url.encodeToString(("{\"alg\":\"ES256\",\"typ\":\"" + type + "\",\"x5c\":[\""
                            + Base64.getEncoder().encodeToString(certificate.getEncoded()) + "\"]}")
                    .getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update((header + "." + url.encodeToString(payload)).getBytes(StandardCharsets.US_ASCII));
            return header + ".." + url.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] sealXml(byte[] bytes, XmlSeal seal) {
        try {
            Document document = Xml.parse(bytes);
            Element covered = Xml.byId(document, seal.idAttribute(), seal.id());
            covered.setIdAttributeNS(null, seal.idAttribute(), true);
            Element parent = seal.placement() == Placement.ENVELOPED ? covered : document.getDocumentElement();
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            List<Reference> references = new ArrayList<>();
            references.add(factory.newReference(
                    "#" + encoded(seal.id()),
                    factory.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            seal.placement() == Placement.ENVELOPED
                                    ? factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)
                                    : factory.newTransform(
                                            CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null)),
                    null,
                    null));
            for (String name : seal.files().keySet()) {
                references.add(factory.newReference(encoded(name), factory.newDigestMethod(DigestMethod.SHA256, null)));
            }
            DOMSignContext context = new DOMSignContext(key, parent);
            context.setURIDereferencer(new Files(factory.getURIDereferencer(), seal.id(), seal.files()));
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            factory.newXMLSignature(
                            factory.newSignedInfo(
                                    factory.newCanonicalizationMethod(
                                            CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                                    factory.newSignatureMethod(
                                            "http://www.w3.org/2001/04/xmldsig-more#"
                                                    + (key.getAlgorithm().equals("RSA") ? "rsa" : "ecdsa") + "-sha256",
                                            null),
                                    references),
                            keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate)))))
                    .sign(context);
            Transformer copy = TransformerFactory.newInstance().newTransformer();
            copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter signature = new StringWriter();
            copy.transform(new DOMSource(parent.getLastChild()), new StreamResult(signature));
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.lastIndexOf("</" + parent.getTagName());
            return (text.substring(0, end) + signature + text.substring(end)).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public List<X509Certificate> certificates() {
        return List.of(certificate);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Files(URIDereferencer platform, String id, Map<String, byte[]> files) implements URIDereferencer {

        @Override
        public Data dereference(URIReference reference, XMLCryptoContext context) throws URIReferenceException {
            if (reference.getURI().startsWith("#")) {
                return platform.dereference(new Plain((DOMURIReference) reference, "#" + id), context);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (encoded(file.getKey()).equals(reference.getURI())) {
                    return new OctetStreamData(new ByteArrayInputStream(file.getValue()));
                }
            }
            throw new URIReferenceException("no such file");
        }
    }

    private record Plain(DOMURIReference original, String uri) implements DOMURIReference {
        @Override
        public String getURI() {
            return uri;
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
