package io.renkei.trust.internal;

import io.renkei.ports.trust.KeyPairs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sealing keys in their directory: {@code seal-<time>.key} (PKCS#8 in PEM, mode 0600) beside {@code seal-<time>.crt}.
 * The newest pair seals; every certificate stays published. The first start makes the first pair.
 */
final class SealKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SealKeys.class);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OF_OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final PrivateKey privateKey;
    private final List<X509Certificate> certificates;
    private final List<Path> files;

    private SealKeys(PrivateKey privateKey, List<X509Certificate> certificates, List<Path> files) {
        this.privateKey = privateKey;
        this.files = List.copyOf(files);
        this.certificates = List.copyOf(certificates);
    }

    /**
     * @param life age at which the newest key is replaced by a new one
     * @throws SealUnavailable when others can read a key or write the directory, or a file is broken
     */
    static SealKeys open(Path directory, Duration life, Clock clock) {
        try {
            Files.createDirectories(directory.toAbsolutePath(), OWNER_ONLY_DIRECTORY);
            refuseWritableByOthers(directory);
            try (FileChannel lock = FileChannel.open(
                            directory.resolve("seal.lock"),
                            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            OWNER_ONLY);
                    var held = lock.lock()) {
                return openLocked(directory, life, clock.instant());
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new SealUnavailable(
                    SealUnavailable.Code.DIRECTORY,
                    "the directory of the sealing keys (seal.directory) cannot be used; it has to be on a file system"
                            + " with owners and modes, and writable by the gateway",
                    e);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    /** The current one first, then the past ones from new to old. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** Whether the newest has reached that age. */
    boolean due(Duration life, Instant now) {
        return !now.isBefore(madeAt(files.get(0)).plus(life));
    }

    /** @throws SealUnavailable when a certificate that was published is gone, as when a disk is not mounted */
    void requireAllThere() {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw broken(file.getFileName() + " is gone and", null);
            }
        }
    }

    /** Every file of keys and certificates there is now; none where the directory cannot be read. */
    static List<Path> inside(Path directory) {
        try {
            return Stream.concat(newestFirst(directory, ".key").stream(), newestFirst(directory, ".crt").stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static SealKeys openLocked(Path directory, Duration life, Instant now) throws IOException {
        List<Path> keyFiles = newestFirst(directory, ".key");
        for (Path key : keyFiles) {
            refuseReadableByOthers(key);
        }
        if (keyFiles.isEmpty() || !now.isBefore(madeAt(keyFiles.get(0)).plus(life))) {
            NewSealKey made = NewSealKey.make(now, life);
            // The certificate first: alone it is a key that never sealed, which harms nobody.
            write(directory.resolve(made.name() + ".crt"), pem("CERTIFICATE", made.certificate()));
            write(directory.resolve(made.name() + ".key"), pem("PRIVATE KEY", made.privateKey()));
            LOG.info("A new sealing key was made: {}", made.name());
            keyFiles = newestFirst(directory, ".key");
        }
        return read(keyFiles.get(0), newestFirst(directory, ".crt"));
    }

    private static SealKeys read(Path keyFile, List<Path> certificateFiles) throws IOException {
        Path own = withSuffix(keyFile, ".crt");
        if (!certificateFiles.contains(own)) {
            throw broken(own.getFileName() + " is missing", null);
        }
        List<Path> ordered = new ArrayList<>(certificateFiles);
        ordered.remove(own);
        ordered.add(0, own);
        try {
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(unpem(keyFile)));
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> certificates = new ArrayList<>();
            for (Path file : ordered) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(unpem(file))));
            }
            requirePair(key, certificates, keyFile);
            return new SealKeys(key, certificates, ordered);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw broken(keyFile.getFileName() + " or a certificate beside it", e);
        }
    }

    private static void requirePair(PrivateKey key, List<X509Certificate> certificates, Path file)
            throws GeneralSecurityException {
        for (X509Certificate certificate : certificates) {
            boolean p256 = certificate.getPublicKey() instanceof ECPublicKey ec
                    && ec.getParams().getCurve().getField().getFieldSize() == 256;
            if (!p256) {
                throw broken("a certificate beside " + file.getFileName() + " is not for an EC P-256 key, and", null);
            }
        }
        if (!(key instanceof ECPrivateKey)) {
            throw broken(file.getFileName().toString(), null);
        }
        if (!KeyPairs.match(key, certificates.get(0).getPublicKey())) {
            throw broken(file.getFileName() + " does not belong to its certificate; it", null);
        }
    }

    static SealUnavailable broken(String what, Throwable cause) {
        return new SealUnavailable(
                SealUnavailable.Code.BROKEN,
                what
                        + " cannot be used; put the file back from a backup, or move the .key file away to have a new key made,"
                        + " and leave the .crt files so that old receipts stay verifiable",
                cause);
    }

    private static void refuseReadableByOthers(Path key) throws IOException {
        if (!OF_OWNER.containsAll(Files.getPosixFilePermissions(key))) {
            throw new SealUnavailable(
                    SealUnavailable.Code.READABLE_BY_OTHERS,
                    key.getFileName() + " can be read by others; take it as known to them: move it away, so that a new"
                            + " key is made, or, if nobody else has an account here, chmod 600 it",
                    null);
        }
    }

    private static void refuseWritableByOthers(Path directory) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new SealUnavailable(
                    SealUnavailable.Code.READABLE_BY_OTHERS,
                    "the directory of the sealing keys can be written by others; chmod 700 it",
                    null);
        }
    }

    private static List<Path> newestFirst(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> NewSealKey.isName(file.getFileName().toString(), suffix))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        }
    }

    private static Instant madeAt(Path file) {
        return NewSealKey.madeAt(file.getFileName().toString());
    }

    private static Path withSuffix(Path file, String suffix) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
    }

    /** Written whole and synced, or not at all. */
    private static void write(Path file, String text) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), ".seal", ".tmp", OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static String pem(String label, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    private static byte[] unpem(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Base64.getDecoder()
                .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }
}
