package io.renkei.api.spi;

import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ReceiptNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Can ask a destination how its filings stand. Safe for use by several threads. */
@ConsumerType
public interface StatusReader extends MinistryConnector {

    /**
     * Asks about filings that the destination accepted and has not closed.
     *
     * @param filings at most 50; the ones that waited longest for an answer first
     * @return what is known now; a filing without news may be left out
     * @throws TransientFailure if the destination cannot be asked now
     */
    List<Status> statuses(List<Open> filings) throws TransientFailure;

    /** A filing to ask about, with the numbers that the destination gave it and the partner that sent it. */
    record Open(FilingKey filing, List<ReceiptNumber> receipts, PartnerId sender) {
        public Open {
            Objects.requireNonNull(filing, "filing");
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * How a filing stands at its destination.
     *
     * @param events what has happened there, in order and from the beginning; those that are known already are dropped
     *     by the table of states
     * @param receipts numbers that came later than the first
     * @param raw the destination's own word, as received; an unknown word maps to {@code EXAMINATION_STARTED}
     * @param code for a refusal, else empty text
     * @param correction what is to be corrected, where the last of the events asks for it and the destination says what
     */
    record Status(
            FilingKey filing,
            List<FilingEvent> events,
            List<ReceiptNumber> receipts,
            String raw,
            String code,
            Optional<CorrectionRequest> correction) {
        public Status {
            Objects.requireNonNull(filing, "filing");
            Objects.requireNonNull(correction, "correction");
            events = List.copyOf(events);
            receipts = List.copyOf(receipts);
        }

        /** Without a correction that is asked for. */
        public Status(
                FilingKey filing, List<FilingEvent> events, List<ReceiptNumber> receipts, String raw, String code) {
            this(filing, events, receipts, raw, code, Optional.empty());
        }
    }
}
