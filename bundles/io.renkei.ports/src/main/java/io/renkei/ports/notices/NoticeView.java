package io.renkei.ports.notices;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.content.ContentRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice as it stood when it was read.
 *
 * @param remoteId the issuer's handle, or empty text
 * @param channel how it came
 * @param issuerNumber the issuer's number of the document, once it was read
 * @param filing the filing it decides, once matched
 * @param addressee whose inbox it lies in, once matched
 * @param title of the document, decrypted; empty text until matched
 * @param code why it is forged or an orphan, or empty text
 * @param facts what happened to it
 * @param read the mark that the addressee sets and takes away; it proves nothing
 */
public record NoticeView(
        NoticeId id,
        DestinationId from,
        String channel,
        String remoteId,
        NoticeVerdict verdict,
        String issuerNumber,
        Optional<FilingKey> filing,
        Optional<PartnerId> addressee,
        String title,
        String code,
        ContentRef content,
        NoticeFacts facts,
        boolean read) {

    public Instant received() {
        return facts.times().get(NoticeFact.RECEIVED);
    }

    public Optional<Instant> available() {
        return facts.at(NoticeFact.AVAILABLE);
    }

    public Optional<Instant> seen() {
        return facts.at(NoticeFact.SEEN);
    }

    public Optional<Instant> fetched() {
        return facts.at(NoticeFact.FETCHED);
    }

    public Optional<Instant> receiptSent() {
        return facts.at(NoticeFact.RECEIPT_SENT);
    }

    @Override
    public String toString() {
        return "NoticeView[" + id + " " + verdict + "]";
    }
}
