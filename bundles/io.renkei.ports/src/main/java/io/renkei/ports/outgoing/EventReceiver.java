package io.renkei.ports.outgoing;

import org.osgi.annotation.versioning.ConsumerType;

/** Who is told. Safe for use by several threads. */
@ConsumerType
public interface EventReceiver {

    /**
     * Hands a batch over and returns when the receiver took it.
     *
     * @throws NotTaken in all other cases; the receiver may have it nevertheless
     */
    void take(byte[] batch);

    /** Ends a call that is under way, and takes nothing more. */
    void giveUp();
}
