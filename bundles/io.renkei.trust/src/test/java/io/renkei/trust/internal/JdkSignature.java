package io.renkei.trust.internal;

import io.renkei.trust.internal.TestPki.Issued;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Signs and verifies with javax.xml.crypto. */
final class JdkSignature {

    static final String C14N = CanonicalizationMethod.INCLUSIVE;
    static final String ENVELOPED = Transform.ENVELOPED;

    private record Ref(String uri, List<Transform> transforms) {}

    private final Issued signer;
    private final List<Ref> references = new ArrayList<>();
    private List<X509Certificate> certificates;
    private Map<String, byte[]> files = Map.of();
    private String digest = DigestMethod.SHA256;
    private String method;
    private String canonicalization = C14N;
    private String parent = "署名情報";
    private String idAttribute = "ID";

    JdkSignature(Issued signer) {
        this.signer = signer;
        this.certificates = List.of(signer.certificate());
        this.method = "http://www.w3.org/2001/04/xmldsig-more#"
                + (signer.key().getAlgorithm().equals("RSA") ? "rsa-sha256" : "ecdsa-sha256");
    }

    JdkSignature reference(String uri, String... transforms) {
        List<Transform> made = new ArrayList<>();
        for (String transform : transforms) {
            made.add(transform(transform, null));
        }
        references.add(new Ref(uri, made));
        return this;
    }

    JdkSignature reference(String uri, String transform, TransformParameterSpec parameters) {
        references.add(new Ref(uri, List.of(transform(transform, parameters))));
        return this;
    }

    JdkSignature files(Map<String, byte[]> value) {
        files = value;
        return this;
    }

    JdkSignature certificates(X509Certificate... value) {
        certificates = List.of(value);
        return this;
    }

    JdkSignature digest(String value) {
        digest = value;
        return this;
    }

    JdkSignature method(String value) {
        method = value;
        return this;
    }

    JdkSignature canonicalization(String value) {
        canonicalization = value;
        return this;
    }

    JdkSignature into(String local) {
        parent = local;
        return this;
    }

    JdkSignature idAttribute(String value) {
        idAttribute = value;
        return this;
    }

    byte[] sign(byte[] xml) {
        try {
            Document document = Xml.parse(xml);
            Xml.markIds(document, idAttribute);
            List<Reference> made = new ArrayList<>();
            for (Ref reference : references) {
                made.add(Xml.SIGNATURES.newReference(
                        reference.uri(),
                        Xml.SIGNATURES.newDigestMethod(digest, null),
                        reference.transforms(),
                        null,
                        null));
            }
            SignedInfo info = Xml.SIGNATURES.newSignedInfo(
                    Xml.SIGNATURES.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
                    Xml.SIGNATURES.newSignatureMethod(method, null),
                    made);
            KeyInfoFactory keys = Xml.SIGNATURES.getKeyInfoFactory();
            KeyInfo keyInfo = certificates.isEmpty()
                    ? keys.newKeyInfo(
                            List.of(keys.newKeyValue(signer.certificate().getPublicKey())))
                    : keys.newKeyInfo(List.of(keys.newX509Data(certificates)));
            DOMSignContext context = new DOMSignContext(signer.key(), Xml.first(document, parent));
            context.setDefaultNamespacePrefix("ds");
            context.setURIDereferencer(Xml.dereferencer(files));
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            int count = document.getElementsByTagNameNS(Dom.DSIG, "Signature").getLength();
            Xml.SIGNATURES
                    .newXMLSignature(info, keyInfo, List.of(), "2026040109000" + count, null)
                    .sign(context);
            return Xml.write(document);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the JDK accepts each signature of a document. */
    static boolean accepts(byte[] xml, String idAttribute, Map<String, byte[]> files, PublicKey key) {
        Document document = Xml.parse(xml);
        Xml.markIds(document, idAttribute);
        NodeList signatures = document.getElementsByTagNameNS(Dom.DSIG, "Signature");
        boolean all = signatures.getLength() > 0;
        for (int i = 0; i < signatures.getLength(); i++) {
            DOMValidateContext context = new DOMValidateContext(key, (Element) signatures.item(i));
            context.setURIDereferencer(Xml.dereferencer(files));
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            try {
                XMLSignature signature = Xml.SIGNATURES.unmarshalXMLSignature(context);
                all &= signature.validate(context);
            } catch (MarshalException | XMLSignatureException e) {
                throw new AssertionError(e);
            }
        }
        return all;
    }

    private static Transform transform(String algorithm, TransformParameterSpec parameters) {
        try {
            return Xml.SIGNATURES.newTransform(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
