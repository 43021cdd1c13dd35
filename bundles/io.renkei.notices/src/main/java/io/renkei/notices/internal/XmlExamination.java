package io.renkei.notices.internal;

import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.notices.internal.Examination.Result;
import io.renkei.ports.trust.DocumentLook;
import io.renkei.ports.trust.XmlSignatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/** Signed XML documents. Nothing but the element that the seal covers is read. */
final class XmlExamination {

    private final XmlSignatures signatures;
    private final SealCheck seals;
    private final Supplier<List<OfficialDocumentReader>> readers;
    private final Supplier<Effect.Settings> effects;

    XmlExamination(
            XmlSignatures signatures,
            SealCheck seals,
            Supplier<List<OfficialDocumentReader>> readers,
            Supplier<Effect.Settings> effects) {
        this.signatures = signatures;
        this.seals = seals;
        this.readers = readers;
        this.effects = effects;
    }

    Result examine(Letter letter) throws IOException {
        DocumentLook look = new DocumentLook(letter.source());
        Optional<String> root = look.root();
        if (root.isEmpty()) {
            return new Result.Bad(NoticesCode.NOT_XML);
        }
        Optional<OfficialDocumentReader> reader = reader(root.get());
        if (reader.isEmpty()) {
            return new Result.Later(NoticesCode.NO_READER);
        }
        Set<X509Certificate> trusted = seals.roots();
        return trusted.isEmpty()
                ? new Result.Later(NoticesCode.NO_ANCHORS)
                : verify(reader.get(), letter, look, trusted);
    }

    /** Whether the document within a package is one to be verified: of a known format, or signed. */
    boolean isOfficial(Letter letter) throws IOException {
        DocumentLook look = new DocumentLook(letter.source());
        Optional<String> root = look.root();
        return root.flatMap(this::reader).isPresent() || (root.isPresent() && look.isSigned());
    }

    private Optional<OfficialDocumentReader> reader(String root) {
        return readers.get().stream().filter(each -> each.root().equals(root)).findFirst();
    }

    private Result verify(OfficialDocumentReader reader, Letter letter, DocumentLook look, Set<X509Certificate> trusted)
            throws IOException {
        XmlSignatures.XmlVerdict verdict = signatures.verify(
                letter.source(),
                new XmlSignatures.Policy(
                        reader.root(),
                        Set.copyOf(reader.signedElements()),
                        reader.idAttribute(),
                        trusted,
                        Map.of(),
                        Set.of()),
                letter.received());
        Optional<Result> against = seals.against(
                letter.from(), verdict.accepted(), verdict.faults(), verdict.signatures(), fingerprint -> {
                    try {
                        return look.certificate(fingerprint);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        if (against.isPresent()) {
            return against.get();
        }
        Element verified = verdict.verified().get(reader.signedElements().get(0));
        return Optional.ofNullable(verified)
                .flatMap(reader::read)
                .filter(facts ->
                        facts.filing().isPresent() || facts.receiptNumber().isPresent())
                .<Result>map(
                        facts -> new Result.Good(facts, effect(letter, facts), SealCheck.found(verdict.signatures())))
                .orElse(new Result.Bad(NoticesCode.UNREADABLE));
    }

    private Effect effect(Letter letter, Facts facts) {
        if (ReturnSlip.isNamedBy(facts.title())) {
            return effects.get().ofReturn(letter.from());
        }
        return facts.closes() ? Effect.CLOSING : Effect.DECISION;
    }
}
