package io.renkei.trust.internal;

import io.renkei.trust.internal.TestPki.Issued;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority of a test. */
final class TestStamps {

    static final String POLICY = "1.2.392.999999.1";

    private static final Issued ROOT = TestPki.root("CN=Timestamp Root");

    private final Issued root;
    private final Issued signer;

    private TestStamps(Issued root, Issued signer) {
        this.root = root;
        this.signer = signer;
    }

    static TestStamps good() {
        return new TestStamps(
                ROOT,
                TestPki.of(ROOT)
                        .name("CN=Timestamps")
                        .purposes(true, KeyPurposeId.id_kp_timeStamping)
                        .issue());
    }

    Issued root() {
        return root;
    }

    Issued signer() {
        return signer;
    }

    byte[] answer(byte[] request, Instant at) throws Exception {
        return answer(new TimeStampRequest(request), at);
    }

    byte[] answer(TimeStampRequest asked, Instant at) throws Exception {
        DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", signer.key(), signer.certificate()),
                sha256,
                new ASN1ObjectIdentifier(POLICY));
        tokens.addCertificates(new JcaCertStore(List.of(signer.certificate())));
        tokens.setAccuracySeconds(1);
        tokens.setAccuracyMillis(500);
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(asked, BigInteger.ONE, Date.from(at))
                .getEncoded();
    }

    /** The content of a good token, signed by one whom no maker of tokens takes. */
    byte[] signedBy(byte[] token, Issued other) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(other.certificate().getEncoded());
        Attribute named = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(named);
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(TestPki.NOW)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build("SHA256withECDSA", other.key(), other.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(other.certificate())));
        byte[] content = (byte[]) new CMSSignedData(token).getSignedContent().getContent();
        return generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, content), true)
                .getEncoded();
    }

    static byte[] token(byte[] response) throws Exception {
        return new TimeStampResponse(response).getTimeStampToken().getEncoded();
    }
}
