package io.renkei.ports.lanes;

import io.renkei.api.model.DestinationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The lanes of this node. Safe for use by several threads. */
@ProviderType
public interface Lanes {

    /** Every lane with a connector, every paused one, and every connector that was refused, by destination. */
    List<LaneView> lanes();

    /**
     * Takes no further filing for the destination on this node; what is under way ends. It is drained when {@link
     * LaneView#inFlight()} is 0. The pause outlives an update of the connector and ends with this node. Pausing again
     * replaces reason and end.
     *
     * @param reason shown to operators; no personal data
     * @param until when it ends by itself; empty for not before {@link #resume}
     */
    void pause(DestinationId destination, String reason, Optional<Instant> until);

    /** Ends a pause; without one, nothing happens. A broken lane stays broken until its destination answers. */
    void resume(DestinationId destination);
}
