package io.renkei.trust.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.UserCertificates.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCertificateJudgeTest {

    private static final String AUTHORITY = "OU=Japan Agency,O=JPKI,C=JP";
    private static final Instant NOW = TestPki.NOW;

    private final TestPki.Issued root = TestPki.root(AUTHORITY);
    private final TestPki.Issued successor = TestPki.root(AUTHORITY);
    private final X509Certificate card = person(root).issue().certificate();

    @TempDir
    Path folder;

    @Test
    void aCertificateForUserAuthenticationIsGoodWhileAListSaysNothingAgainstIt() throws Exception {
        list("a", root, root, NOW.plus(Duration.ofDays(1)));
        assertEquals("GOOD", judge(card));
    }

    @Test
    void theAuthorityIsChosenByItsKeyAmongThoseOfOneName() throws Exception {
        list("a", root, root, NOW.plus(Duration.ofDays(1)));
        list("b", successor, successor, NOW.plus(Duration.ofDays(1)));
        assertEquals("GOOD", judge(person(successor).issue().certificate()));
        assertEquals(
                Fault.UNKNOWN_AUTHORITY.name(),
                judge(person(TestPki.root(AUTHORITY)).issue().certificate()));
    }

    @Test
    void aCertificateForSigningIsNamedAsOne() throws Exception {
        list("a", root, root, NOW.plus(Duration.ofDays(1)));
        assertEquals(
                Fault.FOR_SIGNING.name(),
                judge(person(root)
                        .policy("1.2.392.200149.8.5.1.1.20")
                        .usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)
                        .issue()
                        .certificate()));
    }

    @Test
    void anotherPolicyAnotherUsageAndAnAuthorityItselfAreOfAnotherKind() {
        assertEquals(
                Fault.OTHER_KIND.name(), judge(person(root).policy("").issue().certificate()));
        assertEquals(
                Fault.OTHER_KIND.name(),
                judge(person(root).policy("1.2.392.200149.8.5.1.0.20").issue().certificate()));
        assertEquals(
                Fault.OTHER_KIND.name(),
                judge(person(root).usage(KeyUsage.keyAgreement).issue().certificate()));
        assertEquals(Fault.OTHER_KIND.name(), judge(root.certificate()));
    }

    @Test
    void whatIsOutOfTimeIsRefused() throws Exception {
        list("a", root, root, NOW.plus(Duration.ofDays(1)));
        assertEquals(
                Fault.OUT_OF_TIME.name(),
                judge(person(root)
                        .valid(NOW.minusSeconds(100), NOW.minusSeconds(10))
                        .issue()
                        .certificate()));
    }

    @Test
    void aRevokedCertificateIsRefusedAndSoIsOneOnHold() throws Exception {
        X509Certificate held = person(root).issue().certificate();
        write(
                "a",
                builder(root, NOW.plus(Duration.ofDays(1)), b -> {
                    b.addCRLEntry(card.getSerialNumber(), Date.from(NOW.minusSeconds(5)), CRLReason.keyCompromise);
                    b.addCRLEntry(held.getSerialNumber(), Date.from(NOW.minusSeconds(5)), CRLReason.certificateHold);
                }),
                root);
        assertEquals(Fault.REVOKED.name(), judge(card));
        assertEquals(Fault.REVOKED.name(), judge(held));
    }

    @Test
    void withoutACurrentListOfItsOwnAuthorityNothingIsKnown() throws Exception {
        assertEquals(Fault.REVOCATION_UNKNOWN.name(), judge(card));
        list("old", root, root, NOW.minusSeconds(1));
        list("of-the-successor", successor, successor, NOW.plus(Duration.ofDays(1)));
        assertEquals(Fault.REVOCATION_UNKNOWN.name(), judge(card));
        assertEquals("GOOD", judge(card, false));
    }

    @Test
    void aListOfOneMunicipalityDoesNotCoverAnother() throws Exception {
        DistributionPointName elsewhere = new DistributionPointName(
                new GeneralNames(new GeneralName(new X500Name("CN=Elsewhere CRLDP,O=JPKI,C=JP"))));
        write(
                "elsewhere",
                builder(
                        root,
                        NOW.plus(Duration.ofDays(1)),
                        b -> b.addExtension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(elsewhere, false, false))),
                root);
        assertEquals(Fault.REVOCATION_UNKNOWN.name(), judge(card));
    }

    private static TestPki.Request person(TestPki.Issued authority) {
        return TestPki.of(authority)
                .name("CN=997794E9AGCIEG13221003A,C=JP")
                .usage(KeyUsage.digitalSignature)
                .policy("1.2.392.200149.8.5.1.3.30");
    }

    private String judge(X509Certificate certificate) {
        return judge(certificate, true);
    }

    private String judge(X509Certificate certificate, boolean needsRevocation) {
        TrustAnchors anchors = purpose -> purpose.equals(TrustAnchors.USER_AUTHENTICATION)
                ? Set.of(root.certificate(), successor.certificate())
                : Set.of();
        return new UserCertificateJudge(
                        new CertificatePaths(new BouncyCastleProvider()),
                        anchors,
                        new RevocationLists(folder, () -> 0),
                        needsRevocation)
                .judge(List.of(certificate), NOW)
                .fold(proof -> proof.serial().equals(certificate.getSerialNumber()) ? "GOOD" : "ANOTHER", Enum::name);
    }

    private interface Entries {
        void add(JcaX509v2CRLBuilder builder) throws IOException;
    }

    private void list(String name, TestPki.Issued issuer, TestPki.Issued signer, Instant next) throws Exception {
        write(name, builder(issuer, next, b -> {}), signer);
    }

    private static JcaX509v2CRLBuilder builder(TestPki.Issued issuer, Instant next, Entries entries)
            throws IOException {
        JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(
                issuer.certificate().getSubjectX500Principal(), Date.from(NOW.minus(Duration.ofDays(1))));
        builder.setNextUpdate(Date.from(next));
        entries.add(builder);
        return builder;
    }

    private void write(String name, JcaX509v2CRLBuilder builder, TestPki.Issued signer)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Files.write(
                folder.resolve(name + ".crl"),
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.key()))
                        .getEncoded());
    }
}
