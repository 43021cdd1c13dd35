package io.renkei.itests;

import io.renkei.tools.pki.Pem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Official documents as PDF, sealed with the key of a simulated ministry. */
final class SealedPdf {

    private SealedPdf() {}

    /** @param seal key and chain in PEM */
    static byte[] of(String title, Path seal) throws Exception {
        return of(title, seal, 0);
    }

    /** @param noise how many bytes that cannot be compressed it holds besides */
    static byte[] of(String title, Path seal, int noise) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setTitle(title);
            if (noise > 0) {
                pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Noise"), noise(pdf, noise));
            }
            pdf.save(plain);
        }
        try (PDDocument pdf = Loader.loadPDF(plain.toByteArray())) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            pdf.addSignature(signature, content -> value(content, seal));
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            pdf.saveIncremental(sealed);
            return sealed.toByteArray();
        }
    }

    private static PDStream noise(PDDocument pdf, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return new PDStream(pdf, new ByteArrayInputStream(bytes));
    }

    private static byte[] value(InputStream content, Path seal) {
        try {
            List<X509Certificate> chain = Pem.certificates(seal);
            var key = Pem.privateKey(seal);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .build(
                            new JcaContentSignerBuilder(
                                            key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                                    .build(key),
                            chain.get(0)));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException("the document cannot be sealed", e);
        }
    }
}
