package io.renkei.trust.internal;

import io.renkei.trust.internal.TestPki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Writes and signs PDF documents as a ministry does, each signature as a revision behind what was there. */
final class SealedPdf {

    static final String CADES = "ETSI.CAdES.detached";
    static final String ADBE = "adbe.pkcs7.detached";

    private Issued signer;
    private List<X509Certificate> certificates = List.of();
    private X509Certificate named;
    private String form = CADES;
    private String algorithm;

    private SealedPdf(Issued signer) {
        this.signer = signer;
        this.named = signer.certificate();
    }

    static SealedPdf by(Issued signer) {
        return new SealedPdf(signer).with(signer.certificate());
    }

    SealedPdf with(X509Certificate... value) {
        certificates = List.of(value);
        return this;
    }

    SealedPdf form(String value) {
        form = value;
        return this;
    }

    SealedPdf algorithm(String value) {
        algorithm = value;
        return this;
    }

    /** The certificate that the signed attributes name; null for none. */
    SealedPdf naming(X509Certificate value) {
        named = value;
        return this;
    }

    static byte[] plain(String title) throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setTitle(title);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    byte[] sign(byte[] document) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(form));
            Calendar at = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            at.setTimeInMillis(TestPki.NOW.toEpochMilli());
            signature.setSignDate(at);
            pdf.addSignature(signature, this::value);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private byte[] value(InputStream content) {
        try {
            String how = algorithm != null
                    ? algorithm
                    : signer.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            var provider = new BouncyCastleProvider();
            var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                    .setProvider(provider)
                    .build());
            builder.setSignedAttributeGenerator(
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes())));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(builder.build(
                    new JcaContentSignerBuilder(how).setProvider(provider).build(signer.key()), signer.certificate()));
            generator.addCertificates(new JcaCertStore(certificates));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ASN1EncodableVector attributes() throws Exception {
        List<Attribute> all = new ArrayList<>();
        all.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(java.util.Date.from(TestPki.NOW)))));
        if (named != null) {
            ESSCertIDv2 id = new ESSCertIDv2(Digests.sha256(named));
            all.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id))));
        }
        ASN1EncodableVector vector = new ASN1EncodableVector();
        all.forEach(vector::add);
        return vector;
    }
}
