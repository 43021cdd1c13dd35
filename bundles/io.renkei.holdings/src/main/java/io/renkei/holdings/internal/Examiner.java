package io.renkei.holdings.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.CertificateReader;
import io.renkei.api.spi.CertificateReader.Certificate;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.trust.DocumentLook;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.TrustFault;
import io.renkei.ports.trust.XmlSignatures;
import io.renkei.ports.trust.XmlSignatures.Policy;
import io.renkei.ports.trust.XmlSignatures.XmlVerdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a certificate: the signature covers the whole document, leads to a root for issuers, and is that of the issuer that the
 * certificate names. Nothing but the verified element is read. Safe for use by several threads.
 */
final class Examiner {

    /** The purpose of roots under which issuers sign certificates. */
    static final String PURPOSE = "certificate-issuer";

    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);

    private final XmlSignatures signatures;
    private final TrustAnchors anchors;
    private final Supplier<List<CertificateReader>> readers;
    private final Supplier<AllowedIssuers> issuers;

    Examiner(
            XmlSignatures signatures,
            TrustAnchors anchors,
            Supplier<List<CertificateReader>> readers,
            Supplier<AllowedIssuers> issuers) {
        this.signatures = signatures;
        this.anchors = anchors;
        this.readers = readers;
        this.issuers = issuers;
    }

    /**
     * What was found.
     *
     * @param certificate what it says; empty unless it is verified
     */
    record Finding(Judgement judgement, Optional<Certificate> certificate) {

        Finding {
            Objects.requireNonNull(judgement, "judgement");
            Objects.requireNonNull(certificate, "certificate");
        }

        private static Finding bad(Verdict verdict, HoldingsCode why, byte[] document, Instant at) {
            return new Finding(
                    new Judgement(verdict, why.code(), at, Optional.of(Sha256.of(document)), Optional.empty()),
                    Optional.empty());
        }
    }

    /** What the service said that it is. */
    record Listed(String kind, int year) {

        boolean fits(Certificate certificate) {
            return kind.equals(certificate.kind()) && year == certificate.year();
        }
    }

    /** Whether anything can be judged: some root is trusted. */
    boolean canJudge() {
        return !anchors.anchors(PURPOSE).isEmpty();
    }

    /**
     * @param listed empty where the person opened it without a list
     * @param at for which certificate paths are judged
     */
    Finding examine(byte[] document, Optional<Listed> listed, Instant at) {
        DocumentLook look = new DocumentLook(() -> new ByteArrayInputStream(document));
        Optional<String> root = inMemory(look::root);
        Optional<CertificateReader> reader = root.flatMap(this::reader);
        if (reader.isEmpty()) {
            return Finding.bad(Verdict.UNREADABLE, HoldingsCode.UNREADABLE, document, at);
        }
        XmlVerdict verdict = signatures.verify(document, policy(reader.get(), root.get()), at);
        if (!verdict.accepted()) {
            LOG.warn("The signature of a certificate is refused: {}.", codes(verdict));
            return Finding.bad(Verdict.FORGED, HoldingsCode.BAD_SIGNATURE, document, at);
        }
        Optional<Certificate> read =
                Optional.ofNullable(verdict.verified().get(root.get())).flatMap(reader.get()::read);
        if (read.isEmpty()) {
            return Finding.bad(Verdict.UNREADABLE, HoldingsCode.UNREADABLE, document, at);
        }
        if (!isSignedBy(read.get().issuer(), verdict, look)) {
            return Finding.bad(Verdict.FORGED, HoldingsCode.OTHER_SIGNER, document, at);
        }
        if (listed.isPresent() && !listed.get().fits(read.get())) {
            return Finding.bad(Verdict.FORGED, HoldingsCode.OTHER_THAN_LISTED, document, at);
        }
        return new Finding(
                new Judgement(
                        Verdict.VERIFIED,
                        "",
                        at,
                        Optional.of(Sha256.of(document)),
                        verdict.signatures().get(0).signerFingerprint()),
                read);
    }

    private Optional<CertificateReader> reader(String root) {
        return readers.get().stream()
                .filter(each -> each.roots().contains(root))
                .findFirst();
    }

    private Policy policy(CertificateReader reader, String root) {
        return new Policy(root, Set.of(root), reader.idAttribute(), anchors.anchors(PURPOSE), Map.of(), Set.of());
    }

    private boolean isSignedBy(CorporateNumber issuer, XmlVerdict verdict, DocumentLook look) {
        return verdict.signatures().stream()
                .allMatch(signature -> signature
                        .signerFingerprint()
                        .filter(fingerprint ->
                                allows(issuer, fingerprint, inMemory(() -> look.certificate(fingerprint))))
                        .isPresent());
    }

    private boolean allows(CorporateNumber issuer, String fingerprint, Optional<X509Certificate> certificate) {
        return issuers.get().allow(issuer, fingerprint, certificate);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T inMemory(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }

    private static List<String> codes(XmlVerdict verdict) {
        Stream<TrustFault> all = Stream.concat(
                verdict.faults().stream(),
                verdict.signatures().stream().map(SignatureVerdict::faults).flatMap(List::stream));
        return all.map(TrustFault::code).distinct().toList();
    }
}
