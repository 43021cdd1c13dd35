package io.renkei.delivery.internal;

import io.renkei.ports.notices.NoticeView;
import java.io.IOException;

/** Who brings a notice to the service. Safe for use by several threads. */
interface Carrier {

    /**
     * Tries once.
     *
     * @throws IOException if the document cannot be read from the store
     */
    Outcome carry(NoticeView notice) throws IOException;

    /** Ends the calls that are under way, and each later one at once. */
    void giveUp();
}
