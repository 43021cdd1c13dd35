package io.renkei.routes.internal;

import io.renkei.ports.lanes.LaneView;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a route of a lane must not run.
 *
 * @param kind {@code PAUSED}, {@code KILLED} or {@code CLOSED}
 * @param until when it ends by itself
 */
record Stop(LaneView.State kind, String reason, Optional<Instant> until) {

    boolean isKill() {
        return kind == LaneView.State.KILLED;
    }
}
