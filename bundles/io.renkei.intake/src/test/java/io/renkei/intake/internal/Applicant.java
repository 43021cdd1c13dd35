package io.renkei.intake.internal;

import io.renkei.format.portal.PortalWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An applicant with a certificate of a root made for the test. */
final class Applicant {

    private final KeyPair rootKey = newKey();
    private final KeyPair key = newKey();
    final X509Certificate root = certificate("CN=試験認証局,C=JP", "CN=試験認証局,C=JP", rootKey, rootKey, true);
    private final X509Certificate certificate = certificate("CN=試験 花子,C=JP", "CN=試験認証局,C=JP", key, rootKey, false);

    /** A certificate of the same root for another key. */
    X509Certificate certify(KeyPair other) {
        return certificate("CN=試験 花子,C=JP", "CN=試験認証局,C=JP", other, rootKey, false);
    }

    /** Signs the element content by its id, behind it. */
    byte[] sign(byte[] document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        Element content = (Element)
                parsed.getElementsByTagNameNS(PortalWriter.NAMESPACE, "content").item(0);
        content.setIdAttribute("id", true);
        XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
        DOMSignContext context = new DOMSignContext(key.getPrivate(), parsed.getDocumentElement());
        context.setDefaultNamespacePrefix("ds");
        signatures
                .newXMLSignature(
                        signatures.newSignedInfo(
                                signatures.newCanonicalizationMethod(
                                        CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                signatures.newSignatureMethod(
                                        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
                                List.of(signatures.newReference(
                                        "#content",
                                        signatures.newDigestMethod(DigestMethod.SHA256, null),
                                        List.of(signatures.newTransform(
                                                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null)),
                                        null,
                                        null))),
                        signatures
                                .getKeyInfoFactory()
                                .newKeyInfo(
                                        List.of(signatures.getKeyInfoFactory().newX509Data(List.of(certificate)))))
                .sign(context);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(parsed), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            return keys.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(String name, String issuer, KeyPair own, KeyPair by, boolean root) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(root ? 1 : 2),
                    Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2040-01-01T00:00:00Z")),
                    new X500Name(name),
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(root ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
        } catch (java.security.GeneralSecurityException
                | java.io.IOException
                | org.bouncycastle.operator.OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }
}
