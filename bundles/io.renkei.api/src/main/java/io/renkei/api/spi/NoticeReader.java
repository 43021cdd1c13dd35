package io.renkei.api.spi;

import io.renkei.api.model.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Can fetch official documents from a destination that is polled. Listing, fetching and acknowledging are three calls:
 * the gateway acknowledges only what it has stored. Safe for use by several threads.
 */
@ConsumerType
public interface NoticeReader extends MinistryConnector {

    /**
     * Lists documents that wait for the gateway, among the given filings.
     *
     * @param filings at most 50 that the destination accepted
     */
    List<NoticeHead> list(List<StatusReader.Open> filings) throws TransientFailure;

    /** Fetches the document, byte for byte. */
    byte[] fetch(NoticeHead notice) throws TransientFailure;

    /**
     * Tells the destination that the document was stored; may be called again for the same one, and is after a failure.
     * A connector whose destination wants to know of the applicant's fetching instead is a {@link ReadReceiptSender} too;
     * the deadline of a document then runs until that was told.
     */
    void acknowledge(NoticeHead notice) throws TransientFailure;

    /**
     * A document that waits.
     *
     * @param id the destination's own name for it, unique there
     * @param handle what the connector needs to fetch it; no personal data
     * @param sender the partner in whose name it is fetched
     * @param deadline until when it can be fetched and has to be acknowledged (取得期限), where the destination says so
     */
    record NoticeHead(String id, String handle, PartnerId sender, Optional<Instant> deadline) {
        public NoticeHead {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(handle, "handle");
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(deadline, "deadline");
        }

        /** A document without a deadline. */
        public NoticeHead(String id, String handle, PartnerId sender) {
            this(id, handle, sender, Optional.empty());
        }
    }
}
