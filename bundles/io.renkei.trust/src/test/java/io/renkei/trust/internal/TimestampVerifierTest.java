package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import io.renkei.ports.trust.Timestamps.Answered;
import io.renkei.ports.trust.Timestamps.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;

/** Timestamps as they come and as they are kept. */
class TimestampVerifierTest {

    private static final byte[] DATA = "header.payload.value".getBytes(StandardCharsets.US_ASCII);
    private static final Instant AT = TestPki.NOW;

    private final TrustTimestamps timestamps = new TrustTimestamps();
    private final TestStamps authority = TestStamps.good();
    private final Set<X509Certificate> anchors = Set.of(authority.root().certificate());

    private static List<String> codes(Verdict verdict) {
        return verdict.signature().faults().stream().map(fault -> fault.code()).toList();
    }

    private byte[] token() throws Exception {
        return TestStamps.token(authority.answer(timestamps.request(DATA, Optional.empty()), AT));
    }

    @Test
    void acceptsATokenForWhatWasAskedAndKeepsItsTimeAndAccuracy() throws Exception {
        byte[] request = timestamps.request(DATA, Optional.of(TestStamps.POLICY));
        Answered answered = timestamps.read(request, authority.answer(request, AT), anchors);

        assertEquals(List.of(), codes(answered.verdict()));
        assertTrue(answered.verdict().accepted());
        assertEquals(Optional.of(AT), answered.verdict().at());
        assertEquals(Optional.of(Duration.ofMillis(1_500)), answered.verdict().accuracy());
        assertEquals(Optional.of(TestStamps.POLICY), answered.verdict().policy());
        byte[] token = answered.token().orElseThrow();
        assertTrue(timestamps.verify(token, DATA, anchors).accepted());
    }

    @Test
    void refusesATokenForOtherDataAnotherRequestOrAnotherPolicy() throws Exception {
        byte[] other = DATA.clone();
        other[0]++;
        assertEquals(List.of("TRUST-072"), codes(timestamps.verify(token(), other, anchors)));

        byte[] first = timestamps.request(DATA, Optional.empty());
        byte[] second = timestamps.request(DATA, Optional.empty());
        assertEquals(
                List.of("TRUST-072"),
                codes(timestamps
                        .read(second, authority.answer(first, AT), anchors)
                        .verdict()));

        byte[] wanted = timestamps.request(DATA, Optional.of("1.2.392.999999.2"));
        assertEquals(
                List.of("TRUST-072"),
                codes(timestamps
                        .read(wanted, authority.answer(first, AT), anchors)
                        .verdict()));

        TimeStampRequestGenerator weak = new TimeStampRequestGenerator();
        weak.setCertReq(true);
        byte[] sha512 = TestStamps.token(authority.answer(
                weak.generate(
                        TSPAlgorithms.SHA512,
                        MessageDigest.getInstance("SHA-512").digest(DATA)),
                AT));
        assertEquals(List.of("TRUST-072"), codes(timestamps.verify(sha512, DATA, anchors)));
    }

    @Test
    void refusesEachChangeOfAByte() throws Exception {
        byte[] token = token();
        for (int i = 0; i < token.length; i += 7) {
            byte[] changed = token.clone();
            changed[i] ^= 0x55;
            Verdict verdict = timestamps.verify(changed, DATA, anchors);
            assertTrue(
                    !verdict.accepted() || verdict.at().equals(Optional.of(AT)),
                    "changed at " + i + " and accepted with another time");
        }
        byte[] cut = Arrays.copyOf(token, token.length / 2);
        assertEquals(List.of("TRUST-070"), codes(timestamps.verify(cut, DATA, anchors)));
        assertEquals(List.of("TRUST-070"), codes(timestamps.verify(new byte[70_000], DATA, anchors)));
    }

    @Test
    void trustsNobodyWhoIsNotNamed() throws Exception {
        assertEquals(List.of("TRUST-075"), codes(timestamps.verify(token(), DATA, Set.of())));
        Set<X509Certificate> others = Set.of(TestPki.root("CN=Other").certificate());
        Verdict verdict = timestamps.verify(token(), DATA, others);
        assertTrue(verdict.signature().coreValid());
        assertFalse(verdict.accepted());
    }

    @Test
    void refusesASignerWhoseCertificateIsNotForTimestampsAlone() throws Exception {
        byte[] token = token();
        TestPki.Request one = TestPki.of(authority.root()).name("CN=Timestamps");
        byte[] again = authority.signedBy(token, authority.signer());
        assertEquals(List.of(), codes(timestamps.verify(again, DATA, anchors)));
        for (TestPki.Request request : List.of(
                one,
                TestPki.of(authority.root()).purposes(false, KeyPurposeId.id_kp_timeStamping),
                TestPki.of(authority.root())
                        .purposes(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_emailProtection))) {
            byte[] other = authority.signedBy(token, request.issue());
            assertEquals(List.of("TRUST-073"), codes(timestamps.verify(other, DATA, anchors)));
        }
    }

    @Test
    void refusesASignerWhoseCertificateHadEnded() throws Exception {
        byte[] late = TestStamps.token(
                authority.answer(timestamps.request(DATA, Optional.empty()), AT.plus(Duration.ofDays(400))));
        assertFalse(timestamps.verify(late, DATA, anchors).accepted());
    }

    @Test
    void saysSoWhenTheAuthorityGrantsNothingOrAnswersSomethingElse() throws Exception {
        byte[] request = timestamps.request(DATA, Optional.empty());
        byte[] rejection = {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02};
        assertEquals(
                List.of("TRUST-071"),
                codes(timestamps.read(request, rejection, anchors).verdict()));
        byte[] html = "<html>ただいま混雑しています</html>".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("TRUST-070"),
                codes(timestamps.read(request, html, anchors).verdict()));
        assertEquals(
                List.of("TRUST-070"),
                codes(timestamps.read(request, new byte[0], anchors).verdict()));
        assertEquals(Optional.empty(), timestamps.read(request, html, anchors).token());
    }

    /** EU DSS. The signer's certificate is the anchor: under a root it would ask for revocation data. */
    @Test
    void anIndependentValidatorAcceptsItToo() throws Exception {
        byte[] token = token();
        assertEquals(Indication.PASSED, indication(token, DATA));
        byte[] other = DATA.clone();
        other[0]++;
        assertFalse(Indication.PASSED.equals(indication(token, other)));
    }

    private Indication indication(byte[] token, byte[] data) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(authority.signer().certificate()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(token, "root.tst"));
        validator.setDetachedContents(List.of(new InMemoryDocument(data, "root.jws")));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(AT));
        Reports reports = validator.validateDocument();
        return reports.getSimpleReport()
                .getIndication(reports.getSimpleReport().getTimestampIdList().get(0));
    }
}
