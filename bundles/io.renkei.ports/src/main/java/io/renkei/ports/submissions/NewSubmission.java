package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import java.time.Instant;
import java.util.Objects;

/**
 * A checked record, ready to be kept.
 *
 * @param number the drawn arrival number
 * @param digest over the record as it was sent
 * @param receipt the signed receipt, byte for byte as the sender gets it now and at each repetition
 */
public record NewSubmission(
        ArrivalNumber number,
        PartnerId sender,
        SenderNumber senderNumber,
        Instant arrived,
        Sha256 digest,
        SubmissionRecord what,
        byte[] receipt) {

    public NewSubmission {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(senderNumber, "senderNumber");
        Objects.requireNonNull(arrived, "arrived");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(what, "what");
        receipt = receipt.clone();
    }

    @Override
    public byte[] receipt() {
        return receipt.clone();
    }

    @Override
    public String toString() {
        return "NewSubmission[" + number + "]";
    }
}
