package io.renkei.intake.internal;

import io.renkei.format.egov.EgovCase;
import io.renkei.format.egov.EgovPackageWriter;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An applicant who signs e-Gov's case folders with an RSA key, as e-Gov's own tools do. */
final class EgovApplicant {

    private final XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
    private final KeyPair key;
    private final X509Certificate certificate;

    EgovApplicant(Applicant applicant) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            this.key = keys.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        this.certificate = applicant.certify(key);
    }

    /** The signed files of a case in its folder. */
    Map<String, byte[]> folder(EgovCase filing) throws Exception {
        Map<String, byte[]> files = new EgovPackageWriter().write(filing);
        String form = filing.procedure().formFile();
        byte[] signed = sign(files.get(EgovPackageWriter.KOUSEI), form, files.get(form));
        files.put(EgovPackageWriter.KOUSEI, EgovPackageWriter.signatureInPlace(signed));
        return EgovPackageWriter.inFolder(filing.procedure().officialId(), files);
    }

    private byte[] sign(byte[] kousei, String name, byte[] form) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(kousei));
        URIDereferencer files = (reference, context) -> reference.getURI().equals(name)
                ? new OctetStreamData(new ByteArrayInputStream(form))
                : signatures.getURIDereferencer().dereference(reference, context);
        DOMSignContext context = new DOMSignContext(key.getPrivate(), document.getDocumentElement());
        context.setURIDereferencer(files);
        Element signed =
                (Element) document.getElementsByTagName(EgovPackageWriter.ID).item(0);
        context.setIdAttributeNS(signed, null, EgovPackageWriter.ID_ATTRIBUTE);
        KeyInfoFactory keys = signatures.getKeyInfoFactory();
        signatures
                .newXMLSignature(info(name), keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate)))))
                .sign(context);
        Transformer copy = TransformerFactory.newDefaultInstance().newTransformer();
        copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter signature = new StringWriter();
        copy.transform(new DOMSource(document.getDocumentElement().getLastChild()), new StreamResult(signature));
        return new String(kousei, StandardCharsets.UTF_8)
                .replace("</DataRoot>", signature + "</DataRoot>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private SignedInfo info(String form) throws Exception {
        DigestMethod sha256 = signatures.newDigestMethod(DigestMethod.SHA256, null);
        return signatures.newSignedInfo(
                signatures.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                signatures.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                List.of(
                        signatures.newReference(
                                "#" + EgovPackageWriter.ID,
                                sha256,
                                List.of(signatures.newTransform(
                                        CanonicalizationMethod.INCLUSIVE, (TransformParameterSpec) null)),
                                null,
                                null),
                        signatures.newReference(form, sha256)));
    }
}
