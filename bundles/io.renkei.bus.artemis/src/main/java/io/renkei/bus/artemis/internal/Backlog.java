package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Lane;

/** Whether something waits in the queue of a lane. Used by one thread at a time. */
interface Backlog {

    /** False too while the broker is away, and where there is no queue yet. */
    boolean isThere(Lane lane);
}
