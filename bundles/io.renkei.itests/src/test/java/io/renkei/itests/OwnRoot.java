package io.renkei.itests;

import io.renkei.tools.pki.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root for ministries' seals that the gateway trusts until this is closed; its certificates end when a test wants it. */
final class OwnRoot implements AutoCloseable {

    private static final X500Name NAME = new X500Name("C=JP,O=Renkei Sandbox,CN=Own Root");
    private static final Duration LIFE = Duration.ofDays(1);

    private final KeyPair key = newKey();
    private final Path anchor;
    private final Path folder = Files.createTempDirectory("renkei-own-root");

    private OwnRoot(Path anchor) throws IOException, GeneralSecurityException {
        this.anchor = anchor;
    }

    /** Puts its certificate where the gateway looks for roots, and waits until it was read. */
    static OwnRoot trustedBy(Instance instance) throws Exception {
        Path folder = instance.pki().resolve("trust").resolve("ministry");
        OwnRoot root = new OwnRoot(folder.resolve("own.pem"));
        String read = "trust anchors for ministry were read";
        long before = instance.timesLogged(read);
        Instant now = Instant.now();
        X509Certificate certificate = root.certificate(
                NAME, root.key, now.minus(LIFE), now.plus(LIFE), true, KeyUsage.keyCertSign | KeyUsage.cRLSign);
        // In one step: the gateway looks at any moment.
        Path fresh = root.folder.resolve("own.pem");
        Files.writeString(fresh, Pem.of("CERTIFICATE", certificate.getEncoded()));
        Files.move(fresh, root.anchor, StandardCopyOption.ATOMIC_MOVE);
        Await.until(
                Duration.ofSeconds(60),
                () -> {
                    // Health looks at all roots.
                    instance.shell("renkei:health");
                    return instance.timesLogged(read);
                },
                times -> times > before);
        return root;
    }

    /**
     * A seal of the tax office, by the name that may seal for it.
     *
     * @return key and certificate in PEM
     */
    Path seal(Instant from, Instant until) throws IOException, GeneralSecurityException {
        KeyPair own = newKey();
        X500Name name = new X500Name("C=JP,O=Renkei Sandbox,CN=seal-" + TaxOffice.ID);
        X509Certificate certificate = certificate(name, own, from, until, false, KeyUsage.digitalSignature);
        Path file = folder.resolve(UUID.randomUUID() + ".pem");
        Files.writeString(
                file,
                Pem.of("PRIVATE KEY", own.getPrivate().getEncoded()) + Pem.of("CERTIFICATE", certificate.getEncoded()),
                StandardCharsets.US_ASCII);
        return file;
    }

    private X509Certificate certificate(
            X500Name subject, KeyPair holder, Instant from, Instant until, boolean authority, int usage)
            throws IOException, GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    NAME,
                                    new BigInteger(64, new SecureRandom()).setBit(63),
                                    Date.from(from),
                                    Date.from(until),
                                    subject,
                                    holder.getPublic())
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                            .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the platform has no RSA with SHA-256", e);
        }
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(anchor);
    }
}
