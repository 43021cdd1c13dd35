package io.renkei.tools.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of the sandbox. */
final class Authority {

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair key;
    private final X509Certificate certificate;
    private final Clock clock;

    /** A key with its certificate. */
    record Identity(KeyPair key, X509Certificate certificate) {}

    private Authority(KeyPair key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    static Authority make(String name, Clock clock) throws GeneralSecurityException {
        KeyPair key = ecKey();
        X500Name subject = subject(name);
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(subject, subject, key, clock)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key.getPublic()));
            return new Authority(key, sign(builder, key), clock);
        } catch (IOException e) {
            throw new GeneralSecurityException("a certificate extension could not be written", e);
        }
    }

    /** One that was made before. */
    static Authority of(PrivateKey key, X509Certificate certificate, Clock clock) {
        return new Authority(new KeyPair(certificate.getPublicKey(), key), certificate, clock);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Itself, as who issues it needs it. */
    Identity identity() {
        return new Identity(key, certificate);
    }

    /** For TLS, as server on this machine or as client. */
    Identity issueTls(String name, boolean server) throws GeneralSecurityException {
        KeyPair holder = ecKey();
        return issue(name, holder, KeyUsage.digitalSignature, builder -> {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    server
                            ? new ExtendedKeyUsage(
                                    new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth})
                            : new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            if (server) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                }));
            }
        });
    }

    /** For signing documents. */
    Identity issueSigner(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return issue(
                name, generator.generateKeyPair(), KeyUsage.digitalSignature | KeyUsage.nonRepudiation, builder -> {});
    }

    /** For timestamps and nothing else (RFC 3161, 2.3). */
    Identity issueTimestamps(String name) throws GeneralSecurityException {
        return issue(
                name,
                ecKey(),
                KeyUsage.digitalSignature,
                builder -> builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));
    }

    /**
     * For a person, shaped as those of the JPKI: a policy, and a name that is no name of a person.
     *
     * @param usage bits of {@link KeyUsage}
     */
    Identity issuePerson(String name, String policy, int usage) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return issue(
                new X500Name("C=JP,CN=" + name),
                generator.generateKeyPair(),
                usage,
                builder -> builder.addExtension(
                        Extension.certificatePolicies,
                        true,
                        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy)))));
    }

    /** A list of whom it revoked, good for as long as the sandbox. */
    X509CRL revoking(X509Certificate... revoked) throws GeneralSecurityException {
        Instant from = clock.instant().minus(Duration.ofMinutes(5));
        try {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(from));
            list.setNextUpdate(Date.from(from.plus(LIFE)));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
            for (X509Certificate each : revoked) {
                list.addCRLEntry(each.getSerialNumber(), Date.from(from), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter()
                    .getCRL(list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException("a revocation list could not be made", e);
        }
    }

    private interface Extensions {
        void add(X509v3CertificateBuilder builder) throws IOException;
    }

    private Identity issue(String name, KeyPair holder, int usage, Extensions more) throws GeneralSecurityException {
        return issue(subject(name), holder, usage, more);
    }

    private Identity issue(X500Name subject, KeyPair holder, int usage, Extensions more)
            throws GeneralSecurityException {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(
                            X500Name.getInstance(
                                    certificate.getSubjectX500Principal().getEncoded()),
                            subject,
                            holder,
                            clock)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            ids.createAuthorityKeyIdentifier(certificate.getPublicKey()))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(holder.getPublic()));
            more.add(builder);
            return new Identity(holder, sign(builder, key));
        } catch (IOException e) {
            throw new GeneralSecurityException("a certificate extension could not be written", e);
        }
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair holder, Clock clock) {
        Instant from = clock.instant().minus(Duration.ofMinutes(5));
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM).setBit(119),
                Date.from(from),
                Date.from(from.plus(LIFE)),
                subject,
                holder.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair key) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the platform has no ECDSA with SHA-256", e);
        }
    }

    private static X500Name subject(String name) {
        return new X500Name("C=JP,O=Renkei Sandbox,CN=" + name);
    }

    private static KeyPair ecKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
