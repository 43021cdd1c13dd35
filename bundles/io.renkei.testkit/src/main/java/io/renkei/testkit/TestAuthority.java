package io.renkei.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority made for a test, and whom it vouches for: P-256, valid for 90 days, at 127.0.0.1 and localhost. Needs
 * BouncyCastle (bcpkix) on the class path of the test.
 */
public final class TestAuthority {

    /** Of each key store that is made here. */
    public static final String PASSWORD = "secret";

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final X500Name name;
    private final KeyPair pair = pair();
    private final X509Certificate certificate;

    /** A certificate with its key. */
    public record Issued(KeyPair pair, X509Certificate certificate) {

        public PrivateKey key() {
            return pair.getPrivate();
        }
    }

    public TestAuthority(String name) {
        this.name = new X500Name("CN=" + name);
        this.certificate = certificate(this.name, pair, true);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Issued issue(String subject) {
        KeyPair own = pair();
        return new Issued(own, certificate(new X500Name("CN=" + subject), own, false));
    }

    private X509Certificate certificate(X500Name subject, KeyPair own, boolean ca) {
        Instant now = Instant.now();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(90))),
                    subject,
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
            }));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that asks for a certificate of this authority. */
    public SSLContext server() {
        return context(store(issue("server")));
    }

    /** A client that trusts this authority. */
    public SSLContext client(Issued own) {
        return context(store(own));
    }

    /** A client that trusts this authority and has no certificate to show. */
    public SSLContext client() {
        return context(store());
    }

    private SSLContext context(KeyStore own) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities(this));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyStore store(Issued own) {
        KeyStore keys = store();
        try {
            keys.setKeyEntry("own", own.key(), PASSWORD.toCharArray(), new Certificate[] {own.certificate()});
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    public static KeyStore authorities(TestAuthority... trusted) {
        KeyStore store = store();
        try {
            for (TestAuthority each : trusted) {
                store.setCertificateEntry("ca" + store.size(), each.certificate);
            }
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    private static KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(Certificate certificate) throws Exception {
        return block("CERTIFICATE", certificate.getEncoded());
    }

    public static String pem(Issued issued) throws Exception {
        return pem(issued.pair(), issued.certificate());
    }

    public static String pem(KeyPair pair, Certificate certificate) throws Exception {
        return block("PRIVATE KEY", pair.getPrivate().getEncoded()) + pem(certificate);
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    public static void put(Path file, String text) throws IOException {
        put(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    public static void put(Path file, KeyStore store) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        put(file, bytes.toByteArray());
    }

    /** In one step, readable by its owner only. */
    private static void put(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
