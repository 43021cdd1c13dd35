package io.renkei.ports.state;

import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ReceiptNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to a filing, to be written as one transaction.
 *
 * @param filing whose it is
 * @param expectedVersion the version that the caller saw
 * @param events in order; a destination that confirms two levels at once passes both
 * @param receipts numbers to add
 * @param due when the filing is due again; needed for {@link FilingEvent#DEFERRED}
 * @param cause a code for waiting, parking, unknown and refusal; never a person's data
 * @param rawStatus the destination's own word, as received, if it gave one
 * @param correction what the destination wants changed; kept, encrypted, if the filing comes to wait for it
 */
public record Change(
        FilingKey filing,
        long expectedVersion,
        List<FilingEvent> events,
        List<ReceiptNumber> receipts,
        Optional<Instant> due,
        Optional<String> cause,
        Optional<String> rawStatus,
        Optional<CorrectionRequest> correction) {

    public Change {
        Objects.requireNonNull(filing, "filing");
        events = List.copyOf(events);
        receipts = List.copyOf(receipts);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a change names at least one event");
        }
        if (events.contains(FilingEvent.DEFERRED) && due.isEmpty()) {
            throw new IllegalArgumentException("a deferred filing needs the time at which it is due again");
        }
    }

    /** A change that asks for no correction. */
    public Change(
            FilingKey filing,
            long expectedVersion,
            List<FilingEvent> events,
            List<ReceiptNumber> receipts,
            Optional<Instant> due,
            Optional<String> cause,
            Optional<String> rawStatus) {
        this(filing, expectedVersion, events, receipts, due, cause, rawStatus, Optional.empty());
    }

    /** A change that carries nothing but its event. */
    public static Change of(FilingKey filing, long expectedVersion, FilingEvent event) {
        return new Change(
                filing,
                expectedVersion,
                List.of(event),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
