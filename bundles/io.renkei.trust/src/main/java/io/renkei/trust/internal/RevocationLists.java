package io.renkei.trust.internal;

import io.renkei.ports.trust.Revocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Revocation lists (RFC 5280, section 5) that the operator puts beside the anchors, {@code *.crl}, DER or PEM. Nothing is fetched. A
 * list counts if the key of the certificate's issuer signed it, it is current, and it covers the certificate: whole lists, and
 * those of one distribution point (as the JPKI makes one per municipality) for certificates that name that point. Lists of changes
 * and indirect lists are left aside. Files are looked at once a second at most.
 */
final class RevocationLists {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final long LOOK_AFTER_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAX_FILES = 4096;
    private static final long MAX_FILE_BYTES = 64L * 1024 * 1024;

    private final Path folder;
    private final LongSupplier nanos;
    private Held held = new Held(Map.of(), List.of());
    private Optional<Long> lookedAt = Optional.empty();

    private record Stamp(long modifiedMillis, long size) {}

    private record Held(Map<Path, Stamp> stamps, List<X509CRL> lists) {}

    /** @param nanos the monotonic clock */
    RevocationLists(Path folder, LongSupplier nanos) {
        this.folder = folder;
        this.nanos = nanos;
    }

    /** @param given certificates that may stand between the certificate and its anchor */
    Revocation of(X509Certificate own, List<X509Certificate> given, Set<X509Certificate> anchors, Instant at) {
        Set<X509Certificate> issuers = new HashSet<>(anchors);
        issuers.addAll(given);
        List<X509CRL> current = lists().stream()
                .filter(list -> list.getIssuerX500Principal().equals(own.getIssuerX500Principal()))
                .filter(list -> isCurrent(list, at) && covers(list, own) && isSignedByIssuer(list, own, issuers))
                .toList();
        if (current.isEmpty()) {
            return Revocation.NOT_CHECKED;
        }
        boolean revoked = current.stream().anyMatch(list -> list.getRevokedCertificate(own) != null);
        return revoked ? Revocation.REVOKED : Revocation.GOOD;
    }

    private static boolean isCurrent(X509CRL list, Instant at) {
        return list.getNextUpdate() != null
                && !at.isBefore(list.getThisUpdate().toInstant())
                && at.isBefore(list.getNextUpdate().toInstant());
    }

    /** By the one key that made both signatures: the generations of an authority share one name. */
    private static boolean isSignedByIssuer(X509CRL list, X509Certificate own, Set<X509Certificate> issuers) {
        return issuers.stream().anyMatch(issuer -> {
            boolean[] usage = issuer.getKeyUsage();
            if (usage != null && !usage[6]) {
                return false;
            }
            try {
                own.verify(issuer.getPublicKey());
                list.verify(issuer.getPublicKey());
                return Algorithms.isStrong(issuer.getPublicKey());
            } catch (GeneralSecurityException e) {
                return false;
            }
        });
    }

    private static boolean covers(X509CRL list, X509Certificate own) {
        if (list.getExtensionValue(Extension.deltaCRLIndicator.getId()) != null
                || list.hasUnsupportedCriticalExtension()) {
            return false;
        }
        byte[] value = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (value == null) {
            return true;
        }
        try {
            IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(
                    ASN1OctetString.getInstance(value).getOctets());
            if (point.onlyContainsCACerts()
                    || point.onlyContainsAttributeCerts()
                    || point.isIndirectCRL()
                    || point.getOnlySomeReasons() != null) {
                return false;
            }
            return point.getDistributionPoint() == null
                    || names(point.getDistributionPoint()).anyMatch(points(own)::contains);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<GeneralName> points(X509Certificate own) {
        byte[] value = own.getExtensionValue(Extension.cRLDistributionPoints.getId());
        Set<GeneralName> points = new HashSet<>();
        if (value != null) {
            Arrays.stream(CRLDistPoint.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getDistributionPoints())
                    .filter(each -> each.getDistributionPoint() != null)
                    .flatMap(each -> names(each.getDistributionPoint()))
                    .forEach(points::add);
        }
        return points;
    }

    private static Stream<GeneralName> names(DistributionPointName name) {
        return name.getType() == DistributionPointName.FULL_NAME
                ? Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                : Stream.empty();
    }

    private synchronized List<X509CRL> lists() {
        long now = nanos.getAsLong();
        if (lookedAt.isEmpty() || now - lookedAt.get() >= LOOK_AFTER_NANOS) {
            lookedAt = Optional.of(now);
            held = look(held);
        }
        return held.lists();
    }

    private Held look(Held before) {
        String doing = "the folder";
        Map<Path, Stamp> seen = before.stamps();
        try {
            Map<Path, Stamp> stamps = stamps();
            if (stamps.equals(seen)) {
                return before;
            }
            seen = stamps;
            List<X509CRL> lists = new ArrayList<>();
            for (Path file : stamps.keySet()) {
                doing = file.getFileName().toString();
                lists.addAll(read(file));
            }
            LOG.info("{} revocation lists were read from {} files", lists.size(), stamps.size());
            return new Held(stamps, List.copyOf(lists));
        } catch (IOException | CRLException | CertificateException e) {
            LOG.error(
                    "TRUST-066: {} of the revocation lists cannot be used ({}). Those of before stay in use until they are"
                            + " out of date. Put CRLs there, DER or PEM, at most {} files of at most {} bytes; it"
                            + " looks again by itself.",
                    doing,
                    e.getClass().getSimpleName(),
                    MAX_FILES,
                    MAX_FILE_BYTES);
            return new Held(seen, before.lists());
        }
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
            for (Path file : files) {
                if (stamps.size() == MAX_FILES) {
                    throw new IOException("too many files");
                }
                stamps.put(file, new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
            }
        }
        return stamps;
    }

    private static List<X509CRL> read(Path file) throws IOException, CRLException, CertificateException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new IOException("too large");
        }
        List<X509CRL> lists = new ArrayList<>();
        for (CRL each : CertificateFactory.getInstance("X.509")
                .generateCRLs(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            lists.add((X509CRL) each);
        }
        if (lists.isEmpty()) {
            throw new CRLException("no revocation list");
        }
        return lists;
    }
}
