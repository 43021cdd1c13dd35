package io.renkei.trust.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates made for a test. */
final class TestPki {

    static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    static final KeyPair RSA = pair("RSA", 2048);
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private TestPki() {}

    record Issued(X509Certificate certificate, PrivateKey key) {}

    static final class Request {
        private String name = "CN=試験 花子,O=株式会社テスト,C=JP";
        private KeyPair pair = ec();
        private Issued issuer;
        private Instant from = NOW.minusSeconds(86_400L * 365);
        private Instant until = NOW.plusSeconds(86_400L * 365);
        private boolean ca;
        private boolean keyIdentifiers = true;
        private int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        private String signature;
        private KeyPurposeId[] purposes = {};
        private boolean purposesCritical;
        private String policy = "";

        Request name(String value) {
            name = value;
            return this;
        }

        Request pair(KeyPair value) {
            pair = value;
            return this;
        }

        Request issuer(Issued value) {
            issuer = value;
            return this;
        }

        Request valid(Instant first, Instant last) {
            from = first;
            until = last;
            return this;
        }

        Request ca() {
            ca = true;
            usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            return this;
        }

        Request usage(int value) {
            usage = value;
            return this;
        }

        Request policy(String oid) {
            policy = oid;
            return this;
        }

        Request withoutKeyIdentifiers() {
            keyIdentifiers = false;
            return this;
        }

        /** @param critical whether whoever does not know the extension has to refuse the certificate */
        Request purposes(boolean critical, KeyPurposeId... value) {
            purposes = value;
            purposesCritical = critical;
            return this;
        }

        Request signedWith(String algorithm) {
            signature = algorithm;
            return this;
        }

        Issued issue() {
            PrivateKey signingKey = issuer == null ? pair.getPrivate() : issuer.key();
            X500Name subject = new X500Name(name);
            X500Name from500 = issuer == null
                    ? subject
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            String algorithm = signature != null
                    ? signature
                    : signingKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            try {
                JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
                var certificate = new JcaX509v3CertificateBuilder(
                        from500,
                        BigInteger.valueOf(SERIAL.getAndIncrement()),
                        Date.from(from),
                        Date.from(until),
                        subject,
                        pair.getPublic());
                certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
                certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                if (purposes.length > 0) {
                    certificate.addExtension(
                            Extension.extendedKeyUsage, purposesCritical, new ExtendedKeyUsage(purposes));
                }
                if (!policy.isEmpty()) {
                    certificate.addExtension(
                            Extension.certificatePolicies,
                            true,
                            new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
                }
                if (keyIdentifiers) {
                    certificate.addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(pair.getPublic()));
                    certificate.addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions.createAuthorityKeyIdentifier(
                                    issuer == null
                                            ? pair.getPublic()
                                            : issuer.certificate().getPublicKey()));
                }
                return new Issued(
                        new JcaX509CertificateConverter()
                                .getCertificate(
                                        certificate.build(new JcaContentSignerBuilder(algorithm).build(signingKey))),
                        pair.getPrivate());
            } catch (GeneralSecurityException
                    | java.io.IOException
                    | org.bouncycastle.operator.OperatorCreationException e) {
                throw new AssertionError(e);
            }
        }
    }

    static Issued root(String name) {
        return new Request().name(name).ca().issue();
    }

    static Request of(Issued issuer) {
        return new Request().issuer(issuer);
    }

    static KeyPair ec() {
        return pair("EC", 256);
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
