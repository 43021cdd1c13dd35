package io.renkei.routes.internal;

import java.time.Instant;
import java.util.Optional;

/** An operator's pause. */
record Pause(String reason, Optional<Instant> until) {

    boolean isOver(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }
}
