package io.renkei.ports.state;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A filing as it stood when it was read.
 *
 * @param version grows by one at each transition; what a compare-and-set names
 * @param attempts how many attempts were begun
 * @param due when it may be tried (again); empty when nothing is to be tried
 * @param cause why it waits, is parked, unknown or refused: a code, never a person's data
 * @param receipts what the destination gave, oldest first
 * @param purpose what it is for
 * @param earlier the filing of the same application that it answers; empty for a submission
 */
public record FilingView(
        FilingKey key,
        ProcedureId procedure,
        DestinationId destination,
        FilingState state,
        long version,
        int attempts,
        Optional<Instant> due,
        Optional<String> cause,
        List<ReceiptNumber> receipts,
        FilingPurpose purpose,
        Optional<FilingKey> earlier) {

    public FilingView {
        receipts = List.copyOf(receipts);
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(earlier, "earlier");
        if (earlier.isEmpty() != (purpose == FilingPurpose.SUBMISSION)) {
            throw new IllegalArgumentException("a filing answers another one exactly if it is no submission");
        }
    }

    /** A submission. */
    public FilingView(
            FilingKey key,
            ProcedureId procedure,
            DestinationId destination,
            FilingState state,
            long version,
            int attempts,
            Optional<Instant> due,
            Optional<String> cause,
            List<ReceiptNumber> receipts) {
        this(
                key,
                procedure,
                destination,
                state,
                version,
                attempts,
                due,
                cause,
                receipts,
                FilingPurpose.SUBMISSION,
                Optional.empty());
    }
}
