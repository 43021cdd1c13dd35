package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampSimulatorTest {

    private static final Instant AT = Instant.parse("2026-11-29T00:00:00Z");

    private static Pem.Identity identity() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=timestamps");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(AT.minus(Duration.ofDays(1))),
                Date.from(AT.plus(Duration.ofDays(1))),
                name,
                pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        return new Pem.Identity(pair.getPrivate(), List.of(certificate));
    }

    @Test
    void answersARequestWithATokenUnderItsKey() throws Exception {
        Pem.Identity identity = identity();
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                TSPAlgorithms.SHA256, MessageDigest.getInstance("SHA-256").digest(new byte[0]), BigInteger.TEN);
        TimeStampResponse response =
                new TimeStampResponse(new TimestampIssuer(identity).answer(request.getEncoded(), AT));

        response.validate(request);
        response.getTimeStampToken()
                .validate(new JcaSimpleSignerInfoVerifierBuilder()
                        .build(identity.chain().get(0)));
        assertEquals(
                Date.from(AT), response.getTimeStampToken().getTimeStampInfo().getGenTime());
        assertThrows(Refusal.class, () -> new TimestampIssuer(identity).answer(new byte[] {1}, AT));
    }

    @Test
    void cutsEachCallWhileItIsDown(@TempDir Path folder) throws Exception {
        TestKeys keys = TestKeys.in(folder.resolve("pki"));
        try (RunningSandbox sandbox = RunningSandbox.start(
                folder.resolve("pki"), folder.resolve("ledger"), keys, Duration.ofDays(1), Duration.ofDays(1))) {
            assertEquals(
                    400, sandbox.send("POST", "/timestamp", new byte[0], "").status());
            sandbox.down(TimestampSimulator.DESTINATION);
            assertThrows(IllegalStateException.class, () -> sandbox.send("POST", "/timestamp", new byte[0], ""));
        }
    }
}
