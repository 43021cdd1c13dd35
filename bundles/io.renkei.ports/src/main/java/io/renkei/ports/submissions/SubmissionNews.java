package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import java.time.Instant;
import java.util.Objects;

/**
 * What a destination is told.
 *
 * @param place in the list of this destination, from 1; it grows in the order of commits
 */
public record SubmissionNews(DestinationId to, long place, ArrivalNumber submission, Kind kind, Instant at) {

    public SubmissionNews {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }

    /** What happened. */
    public enum Kind {
        /** A company recorded a submission for it. */
        RECORDED,
        /** The company took the permission back. */
        REVOKED
    }
}
