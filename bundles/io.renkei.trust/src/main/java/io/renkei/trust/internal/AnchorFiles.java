package io.renkei.trust.internal;

import io.renkei.ports.health.Expiry;
import io.renkei.ports.health.Finding;
import io.renkei.ports.trust.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Anchors as PEM files, {@code <directory>/<purpose>/*.pem}, one or more certificates each. A purpose's files are looked
 * at when they are asked for, once a second at most, and read only when one of them changed.
 */
final class AnchorFiles implements TrustAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorFiles.class);
    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final long LOOK_AFTER_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAX_FILES = 256;
    private static final long MAX_FILE_BYTES = 1024 * 1024;

    private final Path directory;
    private final LongSupplier nanos;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** What tells a changed file. */
    private record Stamp(long modifiedMillis, long size) {}

    private record Held(long lookedAt, Map<Path, Stamp> stamps, Set<X509Certificate> anchors) {}

    /** @param nanos the monotonic clock */
    AnchorFiles(Path directory, LongSupplier nanos) {
        this.directory = directory;
        this.nanos = nanos;
    }

    @Override
    public Set<X509Certificate> anchors(String purpose) {
        Held known = held.get(purpose);
        if (known == null && !PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("a purpose is lower-case letters, digits and hyphens");
        }
        if (known == null || isDue(known)) {
            known = held.compute(purpose, (name, now) -> now == null || isDue(now) ? look(name, now) : now);
        }
        return known.anchors();
    }

    /**
     * What health says of the anchors that end soon. Of certificates of one name and purpose the one that lasts longest
     * counts, so that a root and its successor may stand beside each other.
     */
    List<Finding> findings(Instant now, Duration warning) {
        List<Finding> found = new ArrayList<>();
        for (String purpose : purposes()) {
            Map<X500Principal, X509Certificate> lasting = new LinkedHashMap<>();
            anchors(purpose)
                    .forEach(each -> lasting.merge(
                            each.getSubjectX500Principal(),
                            each,
                            BinaryOperator.maxBy(Comparator.comparing(X509Certificate::getNotAfter))));
            String folder = directory.resolve(purpose).toString();
            lasting.values()
                    .forEach(each -> Expiry.of(folder, each, now, warning).ifPresent(found::add));
        }
        return found;
    }

    private List<String> purposes() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> PURPOSE.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean isDue(Held known) {
        return nanos.getAsLong() - known.lookedAt() >= LOOK_AFTER_NANOS;
    }

    private Held look(String purpose, Held before) {
        long now = nanos.getAsLong();
        Set<X509Certificate> previous = before == null ? Set.of() : before.anchors();
        Map<Path, Stamp> seen = before == null ? Map.of() : before.stamps();
        Path folder = directory.resolve(purpose);
        String doing = "the folder";
        try {
            Map<Path, Stamp> stamps = stamps(folder);
            if (before != null && stamps.equals(seen)) {
                return new Held(now, seen, previous);
            }
            seen = stamps;
            Set<X509Certificate> anchors = new LinkedHashSet<>();
            for (Path file : stamps.keySet()) {
                doing = file.getFileName().toString();
                anchors.addAll(read(file));
            }
            LOG.info("{} trust anchors for {} were read from {} files", anchors.size(), purpose, stamps.size());
            return new Held(now, stamps, Set.copyOf(anchors));
        } catch (IOException | CertificateException e) {
            LOG.error(
                    "TRUST-063: {} of the trust anchors for {} cannot be used ({}). The {} anchors of before stay in"
                            + " use. Put X.509 certificates in PEM there (anchors.directory), at most {} files of at"
                            + " most {} bytes, readable by the gateway; it looks again by itself.",
                    doing,
                    purpose,
                    e.getClass().getSimpleName(),
                    previous.size(),
                    MAX_FILES,
                    MAX_FILE_BYTES);
            return new Held(now, seen, previous);
        }
    }

    /** In the order of their names; none where there is no folder. */
    private static Map<Path, Stamp> stamps(Path folder) throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                if (stamps.size() == MAX_FILES) {
                    throw new IOException("too many files");
                }
                stamps.put(file, new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
            }
        }
        return stamps;
    }

    private static Collection<X509Certificate> read(Path file) throws IOException, CertificateException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new IOException("too large");
        }
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return certificates.stream().map(X509Certificate.class::cast).toList();
    }
}
