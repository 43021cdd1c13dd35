package io.renkei.ports.bus;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** The broker, embedded or external. Safe for use by several threads. */
@ProviderType
public interface Bus {

    /**
     * Puts pointers on a queue, in order and durably: when this returns, the broker's journal is synced.
     *
     * @throws BusUnavailable if the broker cannot be had; some of the pointers may have arrived
     */
    void send(Lane lane, List<Pointer> pointers);

    /**
     * Reads a queue until the subscription is closed. A message is acknowledged when the handler returns; when it
     * throws, the message comes again later, and after a bounded number of times lies in the dead-letter queue, which is
     * a defect and raises an alarm. When the broker goes away the subscription waits and goes on by itself.
     *
     * @param concurrency how many handlers may run at once, 1 to 64
     */
    Subscription subscribe(Lane lane, int concurrency, Handler handler);

    /** How many messages lie in the dead-letter queue. */
    long deadLetters();

    /** Takes pointers. */
    @ConsumerType
    interface Handler {

        /** @throws Exception to have the message come again */
        void handle(Pointer pointer) throws Exception;
    }

    /** An open reader of a queue. */
    @ProviderType
    interface Subscription extends AutoCloseable {

        /** Takes no further message. Does not wait for handlers that run; {@link #close} does. */
        void stop();

        /** Takes no further message, and returns when the handlers that run have ended. */
        @Override
        void close();
    }
}
