package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import io.renkei.ports.trust.JwsVerifier.JwsVerdict;
import io.renkei.ports.trust.JwsVerifier.Trust;
import io.renkei.trust.internal.TestPki.Issued;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwsTest {

    private static final byte[] NOTICE = Xml.utf8("{\"処分\":\"承認\",\"氏名\":\"𠮷田　花子\"}");
    private static final Issued ROOT = TestPki.root("CN=府省認証局,C=JP");
    private static final Issued MINISTRY = TestPki.of(ROOT).name("CN=試験省,C=JP").issue();
    private static final Issued RSA_MINISTRY =
            TestPki.of(ROOT).pair(TestPki.RSA).issue();
    private static final Trust ANCHORS = new Trust.Anchors(Set.of(ROOT.certificate()));
    private static GatewaySeal seal;

    private final JwsSignatureVerifier verifier = new JwsSignatureVerifier(1024 * 1024);

    @BeforeAll
    static void open(@TempDir Path directory) {
        seal = new GatewaySeal(
                SealKeys.open(directory, Duration.ofDays(730), Clock.fixed(TestPki.NOW, ZoneOffset.UTC)));
    }

    @Test
    void sealsAReceiptThatThePublishedKeyVerifies() throws ParseException, JOSEException {
        JWSObject receipt = JWSObject.parse(seal.seal("renkei-receipt+jws", NOTICE));
        assertEquals(JWSAlgorithm.ES256, receipt.getHeader().getAlgorithm());
        assertEquals("renkei-receipt+jws", receipt.getHeader().getType().getType());
        ECKey published = (ECKey)
                JWKSet.parse(seal.jwks()).getKeyByKeyId(receipt.getHeader().getKeyID());
        assertTrue(receipt.verify(new ECDSAVerifier(published)));
        assertArrayEquals(NOTICE, receipt.getPayload().toBytes());
        assertFalse(published.isPrivate());
    }

    @Test
    void sealsDetachedWithTheChainInTheHeader() throws ParseException, JOSEException, CertificateEncodingException {
        String detached = seal.sealDetached("renkei-event+jws", NOTICE);
        assertTrue(detached.matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]{86}"));
        JWSObject object = JWSObject.parse(detached, new Payload(NOTICE));
        ECKey published = (ECKey)
                JWKSet.parse(seal.jwks()).getKeyByKeyId(object.getHeader().getKeyID());
        assertTrue(object.verify(new ECDSAVerifier(published)));
        assertEquals(
                List.of(Base64.encode(seal.certificate().getEncoded())),
                object.getHeader().getX509CertChain());
        JwsVerdict verdict =
                verifier.verifyDetached(detached, NOTICE, new Trust.Anchors(Set.of(seal.certificate())), TestPki.NOW);
        assertTrue(verdict.accepted());
        assertEquals(Optional.of("renkei-event+jws"), verdict.type());
        assertThrows(IllegalArgumentException.class, () -> seal.sealDetached("決定", NOTICE));
    }

    @Test
    void acceptsEachAllowedAlgorithmAndHandsOnThePayload() {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            Issued signer = algorithm == JWSAlgorithm.ES256 ? MINISTRY : RSA_MINISTRY;
            String jws = sign(header(algorithm, signer), signer, NOTICE);
            JwsVerdict verdict = verifier.verify(jws, ANCHORS, TestPki.NOW);
            assertTrue(verdict.accepted(), algorithm.getName());
            assertArrayEquals(NOTICE, verdict.payload().orElseThrow());
            assertEquals(Optional.of("notice+jws"), verdict.type());
            Trust pinned = new Trust.Key(signer.certificate().getPublicKey());
            assertTrue(verifier.verify(jws, pinned, TestPki.NOW).accepted());
        }
    }

    @Test
    void refusesChangedContent() {
        String jws = sign(header(JWSAlgorithm.ES256, MINISTRY), MINISTRY, NOTICE);
        String[] parts = jws.split("\\.");
        String changed = parts[0] + "." + Base64URL.encode("{\"処分\":\"却下\"}") + "." + parts[2];
        refused(changed, TrustCode.JWS_VALUE_WRONG);
        String detached = parts[0] + ".." + parts[2];
        assertTrue(
                verifier.verifyDetached(detached, NOTICE, ANCHORS, TestPki.NOW).accepted());
        refused(verifier.verifyDetached(detached, Xml.utf8("{}"), ANCHORS, TestPki.NOW), TrustCode.JWS_VALUE_WRONG);
    }

    @Test
    void refusesOtherAlgorithmsCriticalHeadersAndOtherForms() {
        String good = sign(header(JWSAlgorithm.ES256, MINISTRY), MINISTRY, NOTICE);
        String rest = good.substring(good.indexOf('.'));
        for (String name : List.of("none", "HS256", "ES384", "ES256K", "es256", "RS1")) {
            refused(Base64URL.encode("{\"alg\":\"" + name + "\"}") + rest, TrustCode.JWS_ALGORITHM);
        }
        refused(Base64URL.encode("{}") + rest, TrustCode.JWS_ALGORITHM);
        refused(Base64URL.encode("{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}") + rest, TrustCode.JWS_CRITICAL);
        refused(Base64URL.encode("{\"alg\":\"ES256\",\"b64\":false}") + rest, TrustCode.JWS_CRITICAL);
        refused(Base64URL.encode("{\"alg\":\"ES256\"}") + rest, TrustCode.JWS_NO_CERTIFICATE);
        refused(Base64URL.encode("{\"alg\":\"ES256\",\"x5c\":[\"AAAA\"]}") + rest, TrustCode.JWS_NO_CERTIFICATE);
        refused(Base64URL.encode("{\"alg\":\"none\",\"alg\":\"ES256\"}") + rest, TrustCode.JWS_FORM);
        for (String form : List.of("", "a", "a.b", "a.b.c.d", good + "=", good + "\n", "..", good.replace('.', ' '))) {
            refused(form, TrustCode.JWS_FORM);
        }
        refused(good.substring(0, good.lastIndexOf('.') + 1), TrustCode.JWS_VALUE_WRONG);
        refused(
                good.substring(0, good.lastIndexOf('.') + 1) + Base64URL.encode(new byte[64]),
                TrustCode.JWS_VALUE_WRONG);
        refused(verifier.verifyDetached(good, NOTICE, ANCHORS, TestPki.NOW), TrustCode.JWS_FORM);
        String[] parts = good.split("\\.");
        refused(parts[0] + ".." + parts[2], TrustCode.JWS_FORM);
    }

    @Test
    void refusesWhatIsTooLarge() {
        JwsSignatureVerifier small = new JwsSignatureVerifier(16);
        refused(small.verifyDetached("a..b", NOTICE, ANCHORS, TestPki.NOW), TrustCode.JWS_TOO_LARGE);
        String good = sign(header(JWSAlgorithm.ES256, MINISTRY), MINISTRY, NOTICE);
        refused(small.verify(good, ANCHORS, TestPki.NOW), TrustCode.JWS_TOO_LARGE);
    }

    @Test
    void refusesAKeyOfAnotherKindAndAWrongThumbprint() {
        String good = sign(header(JWSAlgorithm.ES256, MINISTRY), MINISTRY, NOTICE);
        Trust rsa = new Trust.Key(RSA_MINISTRY.certificate().getPublicKey());
        refused(verifier.verify(good, rsa, TestPki.NOW), TrustCode.JWS_KEY);
        Trust other = new Trust.Key(ROOT.certificate().getPublicKey());
        refused(verifier.verify(good, other, TestPki.NOW), TrustCode.JWS_VALUE_WRONG);
        JWSHeader.Builder wrong = header(JWSAlgorithm.ES256, MINISTRY)
                .x509CertSHA256Thumbprint(Base64URL.encode(Digests.sha256(ROOT.certificate())));
        refused(sign(wrong, MINISTRY, NOTICE), TrustCode.JWS_THUMBPRINT);
    }

    @Test
    void judgesThePathAtTheStatedTime() {
        Instant until = TestPki.NOW.minus(Duration.ofDays(1));
        Issued past =
                TestPki.of(ROOT).valid(until.minus(Duration.ofDays(9)), until).issue();
        String jws = sign(header(JWSAlgorithm.ES256, past), past, NOTICE);
        JwsVerdict late = verifier.verify(jws, ANCHORS, TestPki.NOW);
        refused(late, TrustCode.SIGNER_EXPIRED);
        assertTrue(late.signature().coreValid());
        assertFalse(late.signature().pathValid());
        assertTrue(verifier.verify(jws, ANCHORS, until).accepted());

        Issued stranger = TestPki.of(TestPki.root("CN=府省認証局,C=JP")).issue();
        refused(sign(header(JWSAlgorithm.ES256, stranger), stranger, NOTICE), TrustCode.UNKNOWN_ROOT);
        Issued forKeys = TestPki.of(ROOT).usage(KeyUsage.keyAgreement).issue();
        refused(sign(header(JWSAlgorithm.ES256, forKeys), forKeys, NOTICE), TrustCode.KEY_USAGE);
    }

    private void refused(String jws, TrustCode code) {
        refused(verifier.verify(jws, ANCHORS, TestPki.NOW), code);
    }

    private static void refused(JwsVerdict verdict, TrustCode code) {
        assertFalse(verdict.accepted());
        assertTrue(verdict.payload().isEmpty() && verdict.type().isEmpty());
        assertEquals(code.code(), verdict.signature().faults().get(0).code());
        assertTrue(verdict.signature().faults().get(0).sentenceJa().endsWith("。"));
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, Issued signer) {
        List<Base64> chain = new ArrayList<>();
        for (X509Certificate certificate : List.of(signer.certificate(), ROOT.certificate())) {
            try {
                chain.add(Base64.encode(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new AssertionError(e);
            }
        }
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("notice+jws"))
                .x509CertChain(chain);
    }

    private static String sign(JWSHeader.Builder header, Issued signer, byte[] payload) {
        try {
            JWSSigner jws =
                    signer.key() instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(signer.key());
            JWSObject object = new JWSObject(header.build(), new Payload(payload));
            object.sign(jws);
            return object.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
