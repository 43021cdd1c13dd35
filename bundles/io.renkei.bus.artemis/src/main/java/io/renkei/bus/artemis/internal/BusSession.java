package io.renkei.bus.artemis.internal;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** A transacted session over one connection, with a producer. Serves one thread at a time. */
record BusSession(Link link, ClientSession session, ClientProducer producer) implements AutoCloseable {

    /** Sees to it that the queue exists before anything is sent there: the broker drops silently what has no queue. */
    void make(String queue) throws ActiveMQException {
        link.queues().make(session, queue);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (ActiveMQException alreadyGone) {
            // The connection it belonged to is gone, and it with it.
        }
    }
}
