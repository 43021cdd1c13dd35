package io.renkei.sandbox.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Makes timestamp responses under one key. Safe for use by several threads. */
final class TimestampIssuer {

    /** Of no authority: an arc for examples. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.3161");

    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());
    private static final int SERIAL_BITS = 120;

    private final SecureRandom random = new SecureRandom();
    private final Pem.Identity identity;

    TimestampIssuer(Pem.Identity identity) {
        this.identity = identity;
    }

    /** @throws Refusal (400) if the bytes are no request */
    byte[] answer(byte[] request, Instant at) {
        try {
            TimeStampRequest asked = new TimeStampRequest(request);
            return new TimeStampResponseGenerator(tokens(), DIGESTS)
                    .generate(asked, new BigInteger(SERIAL_BITS, random), Date.from(at))
                    .getEncoded();
        } catch (IOException | TSPException e) {
            throw new Refusal(400, "The body is no timestamp request.");
        }
    }

    private TimeStampTokenGenerator tokens() throws TSPException {
        String algorithm = identity.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(algorithm, identity.key(), identity.chain().get(0)),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(identity.chain()));
            tokens.setAccuracySeconds(1);
            return tokens;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the key for timestamps cannot be used", e);
        }
    }
}
