package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who referred to what, when, and with what answer (参照記録).
 *
 * @param sequence its place in the hash chain of the submission, which is its number
 * @param destination in whose name
 * @param partner by whose certificate
 * @param object the number that was asked for; there may be no such object
 * @param asked when it came
 * @param answered when the answer was final; empty while it is {@link AccessAnswer#ASKED}
 */
public record AccessRecord(
        ArrivalNumber submission,
        long sequence,
        DestinationId destination,
        PartnerId partner,
        int object,
        AccessAnswer answer,
        Instant asked,
        Optional<Instant> answered) {

    public AccessRecord {
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(answered, "answered");
    }

    /** As a store and a log name it. */
    public String id() {
        return submission + "/" + sequence;
    }
}
