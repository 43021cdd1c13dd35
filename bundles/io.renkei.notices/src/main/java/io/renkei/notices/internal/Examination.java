package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.TrustFault;
import io.renkei.ports.trust.XmlSignatures;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Finds out what a document says, if its seal is good and is that of its destination. */
final class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_TITLE = 2_000;
    private static final int MOST_SIGNERS = 5;

    private final XmlSignatures signatures;
    private final TrustAnchors anchors;
    private final Supplier<List<OfficialDocumentReader>> readers;
    private final Supplier<AllowedSigners> signers;

    Examination(
            XmlSignatures signatures,
            TrustAnchors anchors,
            Supplier<List<OfficialDocumentReader>> readers,
            Supplier<AllowedSigners> signers) {
        this.signatures = signatures;
        this.anchors = anchors;
        this.readers = readers;
        this.signers = signers;
    }

    /** What came of it. */
    sealed interface Result {

        /** Its seal is good. */
        record Good(Facts facts, NoticeFacts.Verification verification) implements Result {}

        /** It is not to be believed. */
        record Bad(NoticesCode code) implements Result {}

        /** Nobody here can tell yet: an operator has to install or set something, and then it is judged again. */
        record Later(NoticesCode code) implements Result {}
    }

    Result examine(DestinationId from, byte[] document, Instant received) {
        DocumentLook look = new DocumentLook(document);
        Optional<String> root = look.root();
        if (root.isEmpty()) {
            return new Result.Bad(NoticesCode.NOT_XML);
        }
        Optional<OfficialDocumentReader> reader = readers.get().stream()
                .filter(each -> each.root().equals(root.get()))
                .findFirst();
        if (reader.isEmpty()) {
            return new Result.Later(NoticesCode.NO_READER);
        }
        Set<X509Certificate> trusted = anchors.anchors(TrustAnchors.MINISTRY);
        if (trusted.isEmpty()) {
            return new Result.Later(NoticesCode.NO_ANCHORS);
        }
        return verify(reader.get(), from, look, document, trusted, received);
    }

    private Result verify(
            OfficialDocumentReader reader,
            DestinationId from,
            DocumentLook look,
            byte[] document,
            Set<X509Certificate> trusted,
            Instant received) {
        XmlSignatures.XmlVerdict verdict = signatures.verify(
                document,
                new XmlSignatures.Policy(
                        reader.root(),
                        Set.copyOf(reader.signedElements()),
                        reader.idAttribute(),
                        trusted,
                        Map.of(),
                        Set.of()),
                received);
        if (!verdict.accepted()) {
            LOG.warn("The seal is refused: {}.", codes(verdict));
            return new Result.Bad(NoticesCode.BAD_SEAL);
        }
        AllowedSigners allowed = signers.get();
        if (!allowed.anybodyFor(from)) {
            return new Result.Later(NoticesCode.NO_SIGNERS);
        }
        if (!verdict.signatures().stream().allMatch(each -> allowed(allowed, from, look, each))) {
            return new Result.Bad(NoticesCode.WRONG_SIGNER);
        }
        Element verified = verdict.verified().get(reader.signedElements().get(0));
        return Optional.ofNullable(verified)
                .flatMap(reader::read)
                .filter(facts ->
                        facts.filing().isPresent() || facts.receiptNumber().isPresent())
                .<Result>map(facts -> new Result.Good(facts, found(verdict)))
                .orElse(new Result.Bad(NoticesCode.UNREADABLE));
    }

    /** What is kept of it, in words that stay true: the certificate may expire or be revoked later. */
    private static NoticeFacts.Verification found(XmlSignatures.XmlVerdict verdict) {
        return new NoticeFacts.Verification(
                verdict.signatures().stream()
                        .flatMap(each -> each.signerFingerprint().stream())
                        .distinct()
                        .limit(MOST_SIGNERS)
                        .collect(Collectors.joining(" ")),
                verdict.signatures().stream()
                        .map(each -> "signature " + (each.coreValid() ? "good" : "bad") + ", path "
                                + (each.pathValid() ? "good" : "bad") + " at " + each.at() + ", revocation "
                                + each.revocation()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))
                        .distinct()
                        .limit(MOST_SIGNERS)
                        .collect(Collectors.joining("; ")));
    }

    private static boolean isUsable(Facts facts) {
        boolean named = facts.filing().isPresent() || facts.receiptNumber().isPresent();
        boolean numbered = !facts.noticeId().isBlank() && facts.noticeId().length() <= LONGEST_NUMBER;
        return named && numbered && facts.title().length() <= LONGEST_TITLE;
    }

    private static boolean allowed(
            AllowedSigners allowed, DestinationId from, DocumentLook look, SignatureVerdict signature) {
        return signature
                .signerFingerprint()
                .filter(fingerprint -> allowed.allow(from, fingerprint, look.certificate(fingerprint)))
                .isPresent();
    }

    private static List<String> codes(XmlSignatures.XmlVerdict verdict) {
        return Stream.concat(
                        verdict.faults().stream(),
                        verdict.signatures().stream().flatMap(each -> each.faults().stream()))
                .map(TrustFault::code)
                .distinct()
                .toList();
    }
}
