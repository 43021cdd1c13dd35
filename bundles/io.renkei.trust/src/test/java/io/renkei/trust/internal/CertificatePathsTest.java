package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.trust.internal.TestPki.Issued;
import io.renkei.trust.internal.TestPki.Request;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class CertificatePathsTest {

    private static final String DN = "CN=公的個人認証 試験,O=JPKI,C=JP";
    private static final Instant NOW = TestPki.NOW;

    private final CertificatePaths paths = new CertificatePaths(new BouncyCastleProvider());

    @Test
    void findsThePathThroughIntermediatesInAnyOrder() {
        Issued root = TestPki.root(DN);
        Issued upper = TestPki.of(root).name("CN=中間１,C=JP").ca().issue();
        Issued lower = TestPki.of(upper).name("CN=中間２,C=JP").ca().issue();
        X509Certificate signer = TestPki.of(lower).issue().certificate();
        List<X509Certificate> given = List.of(lower.certificate(), signer, upper.certificate());
        assertEquals(Optional.empty(), paths.judge(signer, given, Set.of(root.certificate()), NOW));
        assertEquals(
                Optional.of(TrustCode.UNKNOWN_ROOT),
                paths.judge(signer, List.of(lower.certificate()), Set.of(root.certificate()), NOW));
    }

    @Test
    void refusesAnUnknownRootEvenWhenItIsGivenWithTheSignature() {
        Issued stranger = TestPki.root("CN=他所,C=JP");
        X509Certificate signer = TestPki.of(stranger).issue().certificate();
        X509Certificate trusted = TestPki.root(DN).certificate();
        assertEquals(
                Optional.of(TrustCode.UNKNOWN_ROOT),
                paths.judge(signer, List.of(stranger.certificate()), Set.of(trusted), NOW));
        assertEquals(Optional.of(TrustCode.UNKNOWN_ROOT), paths.judge(signer, List.of(), Set.of(), NOW));
    }

    @Test
    void refusesARootOfTheSameNameWithAnotherKey() {
        Issued forged = TestPki.root(DN);
        X509Certificate trusted = TestPki.root(DN).certificate();
        X509Certificate signer = TestPki.of(forged).issue().certificate();
        assertEquals(
                Optional.of(TrustCode.UNKNOWN_ROOT),
                paths.judge(signer, List.of(forged.certificate()), Set.of(trusted), NOW));
        X509Certificate plain =
                TestPki.of(forged).withoutKeyIdentifiers().issue().certificate();
        assertEquals(
                Optional.of(TrustCode.UNKNOWN_ROOT),
                paths.judge(plain, List.of(forged.certificate()), Set.of(trusted), NOW));
    }

    @Test
    void choosesAmongGenerationsOfOneNameByTheirKeys() {
        Issued first = TestPki.root(DN);
        Issued second = TestPki.root(DN);
        Set<X509Certificate> anchors = Set.of(first.certificate(), second.certificate());
        for (Issued root : List.of(first, second)) {
            assertEquals(
                    Optional.empty(), paths.judge(TestPki.of(root).issue().certificate(), List.of(), anchors, NOW));
            X509Certificate plain =
                    TestPki.of(root).withoutKeyIdentifiers().issue().certificate();
            assertEquals(Optional.empty(), paths.judge(plain, List.of(), anchors, NOW));
        }
    }

    @Test
    void refusesACertificateOutsideItsTimeAndAcceptsItInside() {
        Issued root = TestPki.root(DN);
        Instant until = NOW.minus(Duration.ofDays(30));
        X509Certificate signer = TestPki.of(root)
                .valid(NOW.minus(Duration.ofDays(60)), until)
                .issue()
                .certificate();
        Set<X509Certificate> anchors = Set.of(root.certificate());
        assertEquals(Optional.of(TrustCode.SIGNER_EXPIRED), paths.judge(signer, List.of(), anchors, NOW));
        assertEquals(Optional.empty(), paths.judge(signer, List.of(), anchors, NOW.minus(Duration.ofDays(45))));
        assertEquals(Optional.empty(), paths.judge(signer, List.of(), anchors, until));
        assertEquals(
                Optional.of(TrustCode.SIGNER_EXPIRED), paths.judge(signer, List.of(), anchors, until.plusSeconds(1)));
        assertEquals(
                Optional.of(TrustCode.SIGNER_NOT_YET_VALID),
                paths.judge(signer, List.of(), anchors, NOW.minus(Duration.ofDays(90))));
    }

    @Test
    void keepsAnExpiredRootForPastSignaturesOnly() {
        Issued root = new Request()
                .name(DN)
                .ca()
                .valid(NOW.minus(Duration.ofDays(400)), NOW.minus(Duration.ofDays(10)))
                .issue();
        X509Certificate signer = TestPki.of(root).issue().certificate();
        Set<X509Certificate> anchors = Set.of(root.certificate());
        assertEquals(Optional.of(TrustCode.ISSUER_EXPIRED), paths.judge(signer, List.of(), anchors, NOW));
        assertEquals(Optional.empty(), paths.judge(signer, List.of(), anchors, NOW.minus(Duration.ofDays(20))));
    }

    @Test
    void refusesAnIssuerThatIsNoAuthority() {
        Issued root = TestPki.root(DN);
        Issued person = TestPki.of(root).issue();
        X509Certificate forged = TestPki.of(person).name("CN=社長,C=JP").issue().certificate();
        assertEquals(
                Optional.of(TrustCode.PATH_RULE),
                paths.judge(forged, List.of(person.certificate()), Set.of(root.certificate()), NOW));
    }

    @Test
    void refusesACertificateSignedWithSha1() {
        Issued root = TestPki.root(DN);
        X509Certificate signer =
                TestPki.of(root).signedWith("SHA1withECDSA").issue().certificate();
        assertEquals(
                Optional.of(TrustCode.PATH_ALGORITHM), paths.judge(signer, List.of(), Set.of(root.certificate()), NOW));
    }

    @Test
    void acceptsACertificateThatIsItselfAnAnchor() {
        X509Certificate own = new Request().name("CN=自己署名,C=JP").issue().certificate();
        assertEquals(Optional.empty(), paths.judge(own, List.of(), Set.of(own), NOW));
    }

    @Test
    void forgetsNothingItShouldNotAndRemembersNoTrustInOtherAnchors() {
        Issued root = TestPki.root(DN);
        X509Certificate signer = TestPki.of(root).issue().certificate();
        assertEquals(Optional.empty(), paths.judge(signer, List.of(), Set.of(root.certificate()), NOW));
        assertEquals(
                Optional.of(TrustCode.UNKNOWN_ROOT),
                paths.judge(signer, List.of(), Set.of(TestPki.root(DN).certificate()), NOW));
        assertEquals(
                Optional.of(TrustCode.SIGNER_EXPIRED),
                paths.judge(signer, List.of(), Set.of(root.certificate()), NOW.plus(Duration.ofDays(3650))));
    }
}
