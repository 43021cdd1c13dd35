package io.renkei.sandbox.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys of a sandbox and of its gateway: those of its authorities and their subjects are the same in each test of a build. */
public final class TestKeys {

    private static final List<String> KINDS =
            List.of("social-insurance-online", "hello-work", "e-tax", "eltax", "health-insurance-society");

    private static final List<String> ISSUERS = List.of("insurer", "bank");

    private final KeyPair sealKey;
    private final X509Certificate sealCertificate;

    private TestKeys(KeyPair sealKey, X509Certificate sealCertificate) {
        this.sealKey = sealKey;
        this.sealCertificate = sealCertificate;
    }

    /** Fills the directory as the sandbox expects it, with the gateway's seal as {@code gateway-seal.pem} beside it. */
    public static TestKeys in(Path directory) {
        try {
            Authority tls = new Authority("tls", "CN=TLS CA");
            Authority seals = new Authority("seal", "CN=Seal CA");
            Authority applicants = new Authority("applicant", "CN=Applicant CA");
            Files.createDirectories(directory);
            write(directory.resolve("ca.pem"), pem(tls.certificate));
            write(directory.resolve("seal-ca.pem"), pem(seals.certificate));
            write(directory.resolve("applicant-ca.pem"), pem(applicants.certificate));
            tls.issue(directory, "sandbox");
            tls.issue(directory, "gateway");
            for (String kind : KINDS) {
                tls.issue(directory, "ministry-" + kind);
                seals.issue(directory, "seal-" + kind);
            }
            applicants.issue(directory, "applicant");
            Authority issuers = new Authority("issuer", "CN=Issuer CA");
            write(directory.resolve("issuer-ca.pem"), pem(issuers.certificate));
            for (String issuer : ISSUERS) {
                issuers.issue(directory, "seal-" + issuer);
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair seal = generator.generateKeyPair();
            X509Certificate certificate = certificate("CN=Gateway Seal", seal, "CN=Gateway Seal", seal, false);
            write(directory.resolve("gateway-seal.pem"), pem(certificate));
            return new TestKeys(seal, certificate);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The gateway's seal. */
    public TestSealer sealer() {
        return new TestSealer(sealKey.getPrivate(), sealCertificate);
    }

    /** Whoever has an identity file, such as {@code applicant.pem}, signing. */
    public static TestSealer identity(Path file) {
        Pem.Identity identity = Pem.identity(file);
        return new TestSealer(identity.key(), identity.chain().get(0));
    }

    /** Its subjects share one key, so that a test waits for few of them. */
    private static final class Authority {
        private final KeyPair key;
        private final X509Certificate certificate;
        private final String name;
        private final KeyPair own;

        Authority(String file, String name) throws GeneralSecurityException, OperatorCreationException, IOException {
            this.name = name;
            this.key = RsaKeys.pair(file + "-authority");
            this.own = RsaKeys.pair(file + "-subjects");
            this.certificate = certificate(name, key, name, key, true);
        }

        void issue(Path directory, String subject)
                throws GeneralSecurityException, OperatorCreationException, IOException {
            X509Certificate issued = certificate("CN=" + subject, own, name, key, false);
            write(
                    directory.resolve(subject + ".pem"),
                    block("PRIVATE KEY", own.getPrivate().getEncoded()) + pem(issued) + pem(certificate));
        }
    }

    private static X509Certificate certificate(
            String subject, KeyPair own, String issuer, KeyPair signing, boolean authority)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(30, ChronoUnit.DAYS)),
                new X500Name(subject),
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        String algorithm = signing.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signing.getPrivate())));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return block("CERTIFICATE", certificate.getEncoded());
    }

    private static String block(String type, byte[] bytes) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + type
                + "-----\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }
}
