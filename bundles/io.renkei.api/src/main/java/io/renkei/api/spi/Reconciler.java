package io.renkei.api.spi;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ReceiptNumber;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Asks a destination what became of a filing whose outcome is unknown. Safe for use by several threads. */
@ConsumerType
public interface Reconciler extends MinistryConnector {

    /**
     * Looks a filing up by its key at the destination, without any effect there.
     *
     * @throws TransientFailure if the destination cannot be asked now
     */
    Finding lookUp(Question question) throws TransientFailure;

    /**
     * A filing whose outcome is unknown.
     *
     * @param sender the partner in whose name it was sent
     * @param attempted when the attempt began: the destination's settling time counts from there
     */
    record Question(FilingKey filing, PartnerId sender, Instant attempted) {}

    /** What the destination knows. */
    sealed interface Finding {

        /** It has the filing: take its numbers and go on. */
        record Found(List<ReceiptNumber> receipts) implements Finding {
            public Found {
                receipts = List.copyOf(receipts);
            }
        }

        /** It may still turn up: ask again later. */
        record NotYetKnown() implements Finding {}

        /** It never arrived, and its settling time is over: the only answer that permits a resend. */
        record NeverArrived() implements Finding {}
    }
}
