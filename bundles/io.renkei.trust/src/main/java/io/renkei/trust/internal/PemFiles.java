package io.renkei.trust.internal;

import io.renkei.ports.trust.KeyPairs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Reads keys and certificates from PEM files (RFC 7468). Every failure is a sentence that names the file. */
final class PemFiles {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final int LARGEST_FILE = 1024 * 1024;

    private PemFiles() {}

    /** Trusts these authorities, and nobody else. */
    static X509ExtendedTrustManager trust(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (X509Certificate certificate : authorities) {
            store.setCertificateEntry("ca" + store.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    /** @param chain the certificates in the file, that of its key first */
    static X509ExtendedKeyManager keys(Path file, List<X509Certificate> chain)
            throws GeneralSecurityException, IOException {
        Set<PosixFilePermission> permissions = readable(() -> Files.getPosixFilePermissions(file), file);
        if (permissions.stream().anyMatch(OF_OTHERS::contains)) {
            throw new IllegalArgumentException("Others can read the key in " + file + "; run chmod 600 on it.");
        }
        List<byte[]> found = blocks(file, "PRIVATE KEY");
        if (found.size() != 1) {
            throw new IllegalArgumentException(file + " has to hold one private key (PKCS#8) and its certificates.");
        }
        PrivateKey key;
        try {
            key = KeyFactory.getInstance(chain.get(0).getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(found.get(0)));
            if (!KeyPairs.match(key, chain.get(0).getPublicKey())) {
                throw new GeneralSecurityException("of another pair");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key in " + file + " does not fit its first certificate.", e);
        }
        char[] none = new char[0];
        KeyStore store = empty();
        store.setKeyEntry("own", key, none, chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, none);
        return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** All of them, at least one. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] der : blocks(file, "CERTIFICATE")) {
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("A certificate in " + file + " cannot be read; replace it.", e);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no certificate in " + file + "; put one there in PEM.");
        }
        return found;
    }

    private static List<byte[]> blocks(Path file, String label) {
        String text = readable(
                () -> {
                    if (Files.size(file) > LARGEST_FILE) {
                        throw new IOException("larger than " + LARGEST_FILE + " bytes");
                    }
                    return Files.readString(file, StandardCharsets.US_ASCII);
                },
                file);
        Matcher matcher = BLOCK.matcher(text);
        List<byte[]> found = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.group(1).equals(label)) {
                found.add(Base64.getMimeDecoder().decode(matcher.group(2)));
            }
        }
        return found;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T readable(Reading<T> reading, Path file) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read; check that it is there and whose it is.", e);
        }
    }
}
