package io.renkei.sandbox.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Writes and seals official documents (公文書); the one of a filing has the same bytes each time. */
final class OfficialDocuments {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final OfficialDocumentWriter writer = new OfficialDocumentWriter();
    private final Seals seals;

    OfficialDocuments(Seals seals) {
        this.seals = seals;
    }

    /**
     * The document that closes its procedure, of a ministry whose states nobody asks for.
     *
     * @param kind of ministry, whose seal is used
     * @param author the agency, in Japanese
     * @param title of the document, in Japanese
     * @param issued the moment of the decision
     */
    byte[] issue(String kind, String author, String title, Ledger.Entry submission, Instant issued) {
        return issue(kind, author, title, submission, issued, true);
    }

    /**
     * @param closes whether the document says that nothing more follows
     * @throws IllegalArgumentException if the submission is not of a filing of the gateway
     */
    byte[] issue(String kind, String author, String title, Ledger.Entry submission, Instant issued, boolean closes) {
        return seal(
                kind,
                new OfficialDocument(
                        kind + "-" + submission.remoteId(),
                        day(issued),
                        "申請者",
                        author,
                        "長",
                        title,
                        Optional.of(FilingKey.parse(submission.filing())),
                        Optional.of(submission.remoteId()),
                        List.of("届出について確認しましたので通知します。"),
                        closes));
    }

    /** Any document, under the seal of a kind of ministry. */
    byte[] seal(String kind, OfficialDocument document) {
        return seals.seal(kind, writer.write(document));
    }

    /** The day in Japan. */
    static LocalDate day(Instant issued) {
        return issued.atZone(JAPAN).toLocalDate();
    }
}
