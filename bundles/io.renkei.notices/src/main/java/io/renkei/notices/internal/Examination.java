package io.renkei.notices.internal;

import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeFacts;
import java.io.IOException;
import java.util.Optional;

/** Finds out what a document says, if its seal is good and is that of its destination. Its kind is told by its bytes. */
final class Examination {

    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_TITLE = 2_000;

    /** From here on, in bytes, documents are examined one after the other: each takes its size in memory. */
    private static final long LARGE = 4 << 20;

    private final Object oneLarge = new Object();
    private final XmlExamination xml;
    private final PdfExamination pdf;
    private final ZipExamination zip;

    Examination(XmlExamination xml, PdfExamination pdf, ZipExamination zip) {
        this.xml = xml;
        this.pdf = pdf;
        this.zip = zip;
    }

    /** What came of it. */
    sealed interface Result {

        /** Its seal is good. */
        record Good(Facts facts, Effect effect, NoticeFacts.Verification verification) implements Result {}

        /** It is not to be believed. */
        record Bad(NoticesCode code) implements Result {}

        /** Nobody here can tell yet: somebody has to install, set or send something, and then it is judged again. */
        record Later(NoticesCode code) implements Result {}
    }

    /** @throws IOException if the document cannot be read now */
    Result examine(Letter letter) throws IOException {
        Result result = switch (letter.kind()) {
            case XML -> xml.examine(letter);
            case PDF -> pdf.examine(letter);
            case ZIP -> zip.examine(letter);
            case OTHER -> new Result.Bad(NoticesCode.UNKNOWN_KIND);
        };
        return result instanceof Result.Good good ? checked(good, letter.note()) : result;
    }

    private static Result checked(Result.Good good, DeliveryNote note) {
        Facts facts = good.facts();
        if (!isUsable(facts)) {
            return new Result.Bad(NoticesCode.UNREADABLE);
        }
        if (differs(facts.filing(), note.filing()) || differs(facts.receiptNumber(), note.receiptNumber())) {
            return new Result.Bad(NoticesCode.NOTE_DIFFERS);
        }
        return new Result.Good(
                new Facts(
                        facts.noticeId(),
                        facts.filing().or(note::filing),
                        facts.receiptNumber().or(note::receiptNumber),
                        facts.title(),
                        facts.issuedOn(),
                        facts.closes(),
                        facts.replaces()),
                good.effect(),
                good.verification());
    }

    private static <T> boolean differs(Optional<T> sealed, Optional<T> said) {
        return sealed.isPresent() && said.isPresent() && !sealed.equals(said);
    }

    private static boolean isUsable(Facts facts) {
        boolean named = facts.filing().isPresent() || facts.receiptNumber().isPresent();
        boolean numbered = !facts.noticeId().isBlank() && facts.noticeId().length() <= LONGEST_NUMBER;
        return named && numbered && facts.title().length() <= LONGEST_TITLE;
    }
}
