package io.renkei.routes.internal;

import io.renkei.api.spi.TransientFailure;

/** One kind of question to a destination. */
interface Poll {

    /**
     * Asks once.
     *
     * @return whether something is open there, so that it is asked again soon
     * @throws TransientFailure if the destination cannot be asked now
     */
    boolean poll() throws TransientFailure;

    /** Whether it has to ask now for a reason that does not stand in the database. Safe for use by several threads. */
    default boolean isDue() {
        return false;
    }
}
