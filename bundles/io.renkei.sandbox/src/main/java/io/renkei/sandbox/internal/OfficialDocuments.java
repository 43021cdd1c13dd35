package io.renkei.sandbox.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Writes and seals the one official document (公文書) of a filing; the same bytes each time. */
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
        return seals.seal(
                kind,
                writer.write(new OfficialDocument(
                        kind + "-" + submission.remoteId(),
                        issued.atZone(JAPAN).toLocalDate(),
                        "申請者",
                        author,
                        "長",
                        title,
                        Optional.of(FilingKey.parse(submission.filing())),
                        Optional.of(submission.remoteId()),
                        List.of("届出について確認しましたので通知します。"),
                        closes)));
    }
}
