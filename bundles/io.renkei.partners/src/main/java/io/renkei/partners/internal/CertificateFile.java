package io.renkei.partners.internal;

import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PEM file that may be replaced at any time. Not safe for use by several threads. */
final class CertificateFile {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateFile.class);
    private static final Stamp ABSENT = new Stamp(-1, -1);

    private final Path path;
    private Stamp seen = new Stamp(-2, -2);
    private Set<Sha256> digests = Set.of();
    private Optional<Instant> end = Optional.empty();

    /** What tells a changed file. */
    private record Stamp(long modifiedMillis, long size) {}

    CertificateFile(Path path) {
        this.path = path;
    }

    /**
     * What the file holds now. A file that became unreadable changes nothing: the certificates of before stay in use, and
     * the log says what to do.
     *
     * @return empty if it never could be read, which identifies nobody
     */
    Set<Sha256> look(PartnerSettings partner) {
        Stamp now = stamp();
        if (now.equals(seen)) {
            return digests;
        }
        seen = now;
        try {
            Set<X509Certificate> certificates = PemCertificates.read(path);
            Set<Sha256> read = new HashSet<>();
            for (X509Certificate each : certificates) {
                read.add(PemCertificates.digest(each));
            }
            digests = Set.copyOf(read);
            end = certificates.stream()
                    .map(each -> each.getNotAfter().toInstant())
                    .max(Comparator.naturalOrder());
            LOG.info("Partner {} is known by {} certificates", partner.id(), digests.size());
        } catch (IOException e) {
            LOG.error(
                    "PARTNERS-002: the certificate file of partner {} cannot be used ({}). {} Put its client certificate"
                            + " there in PEM, readable by the gateway; it looks again by itself.",
                    partner.id(),
                    now.equals(ABSENT) ? "there is no such file" : e.getMessage(),
                    digests.isEmpty() ? "It cannot call." : "The certificates of before stay in use.");
        }
        return digests;
    }

    /** Until when the partner can call, by the certificate that lasts longest; empty if none was ever read. */
    Optional<Instant> end() {
        return end;
    }

    Path path() {
        return path;
    }

    private Stamp stamp() {
        try {
            return new Stamp(Files.getLastModifiedTime(path).toMillis(), Files.size(path));
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
