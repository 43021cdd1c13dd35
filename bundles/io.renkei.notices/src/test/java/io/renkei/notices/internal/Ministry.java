package io.renkei.notices.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Seals documents with a key made for a test. */
record Ministry(KeyPair keys, X509Certificate certificate) {

    private static final Instant NOW = Instant.now();
    private static final AtomicLong SERIAL = new AtomicLong(1);

    static Ministry root() {
        KeyPair keys = newKeys();
        return new Ministry(keys, issue("CN=試験認証局,C=JP", keys, "CN=試験認証局,C=JP", keys, true, Duration.ofDays(1)));
    }

    Ministry issue(String name) {
        return issue(name, Duration.ofDays(1));
    }

    /** @param left until the certificate expires */
    Ministry issue(String name, Duration left) {
        KeyPair own = newKeys();
        return new Ministry(own, issue(name, own, "CN=試験認証局,C=JP", keys, false, left));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate issue(
            String name, KeyPair own, String issuer, KeyPair signing, boolean ca, Duration left) {
        try {
            var certificate = new JcaX509v3CertificateBuilder(
                    new X500Name(RFC4519Style.INSTANCE, issuer),
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(NOW.minus(Duration.ofDays(3))),
                    Date.from(NOW.plus(left)),
                    new X500Name(RFC4519Style.INSTANCE, name),
                    own.getPublic());
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            certificate.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An official document with a seal over its body. */
    byte[] seal(String number, String filing, String receipt, boolean closes) {
        return seal(number, filing, receipt, closes, "");
    }

    /** @param earlier {@code +} or {@code -} and the number of the document that it replaces or takes back */
    byte[] seal(String number, String filing, String receipt, boolean closes, String earlier) {
        return seal(number, filing, receipt, closes, earlier, "資格取得等確認通知書");
    }

    byte[] sealTitled(String number, String filing, String receipt, boolean closes, String title) {
        return seal(number, filing, receipt, closes, "", title);
    }

    private byte[] seal(String number, String filing, String receipt, boolean closes, String earlier, String title) {
        try {
            String text = "<DOC><BODY ID=\"DOCBODY\"><DOCNO>" + number + "</DOCNO><FILING>" + filing
                    + "</FILING><RECEIPT>" + receipt + "</RECEIPT><CLOSES>" + closes
                    + "</CLOSES><EARLIER>" + earlier + "</EARLIER><TITLE>" + title + "</TITLE></BODY></DOC>";
            DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
            documents.setNamespaceAware(true);
            Document document = documents
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            sign(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void sign(Document document) throws Exception {
        Element body = (Element) document.getDocumentElement().getFirstChild();
        body.setIdAttribute("ID", true);
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        var reference = factory.newReference(
                "#DOCBODY",
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(CanonicalizationMethod.INCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
        var info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", null),
                List.of(reference));
        var infos = factory.getKeyInfoFactory();
        var key = infos.newKeyInfo(List.of(infos.newX509Data(List.of(certificate))));
        factory.newXMLSignature(info, key).sign(new DOMSignContext(keys.getPrivate(), document.getDocumentElement()));
    }

    /** A PDF of one empty page with a seal over the whole file. */
    byte[] sealPdf(String title) {
        try (PDDocument empty = new PDDocument()) {
            empty.addPage(new PDPage());
            empty.getDocumentInformation().setTitle(title);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            empty.save(plain);
            try (PDDocument pdf = Loader.loadPDF(plain.toByteArray())) {
                PDSignature signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
                pdf.addSignature(signature, content -> cms(content.readAllBytes()));
                ByteArrayOutputStream sealed = new ByteArrayOutputStream();
                pdf.saveIncremental(sealed);
                return sealed.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] cms(byte[] content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
