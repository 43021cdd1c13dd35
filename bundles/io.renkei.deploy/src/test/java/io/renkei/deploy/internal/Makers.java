package io.renkei.deploy.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipFile;
import javax.security.auth.x500.X500Principal;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Those who make JARs and those who sign them. */
final class Makers {

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private Makers() {}

    record Signer(KeyPair pair, List<X509Certificate> chain) {

        Path sign(Path unsigned, Path signed, String digest) throws Exception {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
            JarSigner signer = new JarSigner.Builder(pair.getPrivate(), path)
                    .digestAlgorithm(digest)
                    .signatureAlgorithm("SHA256withECDSA")
                    .build();
            try (ZipFile in = new ZipFile(unsigned.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                signer.sign(in, out);
            }
            return signed;
        }
    }

    record Authority(String name, KeyPair pair, X509Certificate certificate) {

        Signer signer(String subject) throws Exception {
            return signer(subject, Instant.now().plus(Duration.ofDays(10)));
        }

        Signer signer(String subject, Instant until) throws Exception {
            KeyPair own = pair();
            return new Signer(
                    own, List.of(Makers.certificate("CN=" + name, pair, subject, own, until, false), certificate));
        }

        void writeTo(Path file) throws Exception {
            Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        }
    }

    static Authority authority(String name) throws Exception {
        KeyPair pair = pair();
        return new Authority(
                name,
                pair,
                certificate(
                        "CN=" + name, pair, "CN=" + name, pair, Instant.now().plus(Duration.ofDays(10)), true));
    }

    private static X509Certificate certificate(
            String issuer, KeyPair by, String subject, KeyPair own, Instant until, boolean ca) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name(issuer),
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(Instant.now().minus(Duration.ofDays(30))),
                Date.from(until),
                name(subject),
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    private static X500Name name(String text) {
        return X500Name.getInstance(new X500Principal(text).getEncoded());
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A bundle of that name, with two entries. */
    static Path bundle(Path file, String name, String... headers) throws IOException {
        StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n"
                + "Bundle-SymbolicName: " + name + "\nBundle-Version: 1.0.0\n");
        for (String header : headers) {
            manifest.append(header).append('\n');
        }
        Map<String, String> entries = new TreeMap<>();
        entries.put("a/one.txt", "one");
        entries.put("a/two.txt", "two");
        return write(file, manifest.toString(), entries);
    }

    private static Path write(Path file, String manifest, Map<String, String> entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            put(out, "META-INF/MANIFEST.MF", manifest.getBytes());
            for (Map.Entry<String, String> each : entries.entrySet()) {
                put(out, each.getKey(), each.getValue().getBytes());
            }
        }
        return file;
    }

    /** The same JAR with an entry changed, added, or (content null) left out. */
    static Path tampered(Path from, Path to, String name, String content) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            for (var entries = in.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!entry.getName().equals(name)) {
                    put(out, entry.getName(), in.getInputStream(entry).readAllBytes());
                }
            }
            if (content != null) {
                put(out, name, content.getBytes());
            }
        }
        return to;
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
