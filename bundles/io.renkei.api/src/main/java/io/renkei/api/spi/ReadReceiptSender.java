package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;

/** Can tell a destination that the applicant fetched its document. Safe for use by several threads. */
@ConsumerType
public interface ReadReceiptSender extends MinistryConnector {

    /**
     * Tells it; may be called again for the same notice.
     *
     * @throws TransientFailure if the destination cannot be told now
     * @throws PermanentFailure if it can never be told of this one, such as of a notice that it has no name for: it is not
     *     tried again
     */
    void send(ReadReceipt receipt) throws TransientFailure, PermanentFailure;

    /**
     * The applicant fetched a document.
     *
     * @param noticeId the issuer's own name for the notice
     */
    record ReadReceipt(FilingKey filing, String noticeId, Instant fetchedAt, PartnerId sender) {}
}
