package io.renkei.ports.lanes;

import io.renkei.api.model.DestinationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A lane as it stood when it was read.
 *
 * @param connectorId the kind of connector, or empty text when none is installed
 * @param bundle the connector's bundle and its version, or empty text
 * @param reason why it is paused, broken or refused, else empty text
 * @param until when a pause ends by itself, or when a broken destination is asked next
 * @param inFlight filings under way at this node
 * @param lastSuccess when the destination last accepted, refused or deferred a filing
 * @param lastFailure the code of the last failure since, or empty text
 */
public record LaneView(
        DestinationId destination,
        String connectorId,
        String bundle,
        State state,
        String reason,
        Optional<Instant> until,
        int inFlight,
        Optional<Instant> lastSuccess,
        String lastFailure) {

    /** What a lane does now. */
    public enum State {
        /** Takes filings as they become due. */
        RUNNING,
        /** Paused by an operator. */
        PAUSED,
        /** Its destination failed repeatedly; it is asked until it answers, and filings wait. */
        BROKEN,
        /** This connector is not used: its destination has another one, or it could not be started. */
        REFUSED
    }

    public LaneView {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(lastSuccess, "lastSuccess");
    }
}
