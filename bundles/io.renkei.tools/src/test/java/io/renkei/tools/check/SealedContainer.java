package io.renkei.tools.check;

import io.renkei.api.model.Sha256;
import io.renkei.tools.pki.Pem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An ASiC-E container under the seal of a sandbox identity, made by BouncyCastle alone. */
final class SealedContainer {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    SealedContainer(Path identity, Map<String, byte[]> files) throws Exception {
        entries.put("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII));
        entries.putAll(files);
        byte[] manifest = manifest(files);
        entries.put("META-INF/ASiCManifest.xml", manifest);
        entries.put("META-INF/signature.p7s", signature(identity, manifest));
    }

    /** The container with one entry in another form, or one more. */
    SealedContainer put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] manifest(Map<String, byte[]> files) {
        StringBuilder xml = new StringBuilder("<asic:ASiCManifest xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">");
        files.forEach((name, content) -> xml.append("<asic:DataObjectReference URI=\"" + name
                + "\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>"
                + Base64.getEncoder().encodeToString(Sha256.of(content).bytes())
                + "</ds:DigestValue></asic:DataObjectReference>"));
        return xml.append("</asic:ASiCManifest>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] signature(Path identity, byte[] manifest) throws Exception {
        X509Certificate signer = Pem.certificates(identity).get(0);
        PrivateKey key = Pem.privateKey(identity);
        ASN1ObjectIdentifier named = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
        Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
        attributes.put(
                named,
                new Attribute(
                        named,
                        new DERSet(new SigningCertificateV2(
                                new ESSCertIDv2(Sha256.of(signer.getEncoded()).bytes())))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(key), signer));
        generator.addCertificates(new JcaCertStore(List.of(signer)));
        return generator.generate(new CMSProcessableByteArray(manifest), false).getEncoded();
    }
}
