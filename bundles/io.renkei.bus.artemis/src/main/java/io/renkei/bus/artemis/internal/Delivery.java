package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of one message: handled and acknowledged, or back in its queue, or in the dead letters, each in one
 * transaction. The number of deliveries is bounded here too, since an external broker may have another bound or none.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int LONGEST_BODY_BYTES = 4 * PointerText.MAX_LENGTH;

    private final Lane lane;
    private final Bus.Handler handler;
    private final int attempts;

    Delivery(Lane lane, Bus.Handler handler, int attempts) {
        this.lane = lane;
        this.handler = handler;
        this.attempts = attempts;
    }

    /** The acknowledgement belongs to the session's transaction: only its commit takes the message off the queue. */
    void take(BusSession session, ClientMessage message) throws ActiveMQException {
        message.acknowledge();
        Optional<Pointer> pointer = pointer(message);
        if (pointer.isEmpty()) {
            LOG.error("Lane {}: {}", lane.queue(), BusCode.NO_POINTER.sentence());
            bury(session, message);
        } else if (handled(pointer.get())) {
            session.session().commit();
        } else if (message.getDeliveryCount() >= attempts) {
            LOG.error("Lane {}, {}: {}", lane.queue(), pointer.get().key(), BusCode.DEAD.sentence());
            bury(session, message);
        } else {
            session.session().rollback(true);
        }
    }

    private static Optional<Pointer> pointer(ClientMessage message) {
        if (message.getType() != Message.TEXT_TYPE
                || message.isLargeMessage()
                || message.getBodyBufferSize() > LONGEST_BODY_BYTES) {
            return Optional.empty();
        }
        try {
            SimpleString text = message.getBodyBuffer().readNullableSimpleString();
            return text == null ? Optional.empty() : PointerText.read(text.toString());
        } catch (IndexOutOfBoundsException | NegativeArraySizeException cutShort) {
            return Optional.empty();
        }
    }

    /** The id goes: the same pointer may have been buried before, and the broker would drop this one as known. */
    private static void bury(BusSession session, ClientMessage message) throws ActiveMQException {
        message.removeProperty(Message.HDR_DUPLICATE_DETECTION_ID);
        session.producer().send(Queues.DEAD, message);
        session.session().commit();
    }

    /** This is the boundary: whatever a handler throws, an error of a half-replaced bundle too, must not end the lane. */
    private boolean handled(Pointer pointer) {
        try {
            handler.handle(pointer);
            return true;
        } catch (Throwable e) {
            LOG.warn("Lane {}, {}: {}", lane.queue(), pointer.key(), BusCode.NOT_HANDLED.sentence(), e);
            return false;
        } finally {
            // A handler that leaves its interrupt behind would break the commit that follows.
            Thread.interrupted();
        }
    }
}
