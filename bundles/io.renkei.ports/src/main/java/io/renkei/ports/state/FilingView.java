package io.renkei.ports.state;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A filing as it stood when it was read.
 *
 * @param version grows by one at each transition; what a compare-and-set names
 * @param attempts how many attempts were begun
 * @param due when it may be tried (again); empty when nothing is to be tried
 * @param cause why it waits, is parked, unknown or refused: a code, never a person's data
 * @param receipts what the destination gave, oldest first
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
        List<ReceiptNumber> receipts) {

    public FilingView {
        receipts = List.copyOf(receipts);
    }
}
