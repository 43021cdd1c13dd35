package io.renkei.ports.lanes;

import io.renkei.api.model.DestinationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A lane as it stood when it was read.
 *
 * @param connectorId the kind of connector, or empty text when none is installed
 * @param bundle the connector's bundle and its version, or empty text
 * @param reason why it is held, closed, broken or refused, else empty text
 * @param until when a hold ends by itself, when a closed destination opens, or when a broken one is asked next
 * @param held the routes that an operator holds
 * @param inFlight filings under way at this node
 * @param lastSuccess when the destination last accepted, refused or deferred a filing
 * @param lastFailure the code of the last failure since, or empty text
 * @param pause between the last filing begun by the connector before and the first begun by this one; empty if there was none
 *     before at this node, or nothing was to be sent since
 */
public record LaneView(
        DestinationId destination,
        String connectorId,
        String bundle,
        State state,
        String reason,
        Optional<Instant> until,
        Set<LaneRoute> held,
        int inFlight,
        Optional<Instant> lastSuccess,
        String lastFailure,
        Optional<Duration> pause) {

    /** What a lane does now. */
    public enum State {
        /** Takes filings as they become due. */
        RUNNING,
        /** An operator paused the sending of filings; what was under way ends. */
        PAUSED,
        /** An operator stopped the sending of filings at once; what was under way was given up. */
        KILLED,
        /** Outside the service hours of its destination. */
        CLOSED,
        /** Its destination failed repeatedly; it is asked until it answers, and filings wait. */
        BROKEN,
        /** Its connector was taken out; what is under way ends, and other filings wait for another connector. */
        ENDING,
        /** This connector is not used: its destination has another one, or it could not be started. */
        REFUSED
    }

    public LaneView {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(lastSuccess, "lastSuccess");
        Objects.requireNonNull(pause, "pause");
        held = held.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(held));
    }
}
