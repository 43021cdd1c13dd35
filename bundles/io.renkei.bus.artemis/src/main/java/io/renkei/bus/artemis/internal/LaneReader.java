package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Lane;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one message after the other until it is stopped or nothing comes any more; waits while no broker is there. */
final class LaneReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneReader.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Connections connections;
    private final Lane lane;
    private final Delivery delivery;
    private final long idleMillis;
    private final BooleanSupplier mayEnd;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Object turn = new Object();
    private ClientConsumer waiting;

    /**
     * @param idle after this time without a message it asks whether it may end
     * @param mayEnd whether it may
     */
    LaneReader(Connections connections, Lane lane, Delivery delivery, Duration idle, BooleanSupplier mayEnd) {
        this.connections = connections;
        this.lane = lane;
        this.delivery = delivery;
        this.idleMillis = idle.toMillis();
        this.mayEnd = mayEnd;
    }

    /** Takes no further message; does not wait for the one that is being handled. */
    void stop() {
        synchronized (turn) {
            stopping.countDown();
            if (waiting != null) {
                close(waiting);
            }
        }
    }

    private static void close(ClientConsumer consumer) {
        try {
            consumer.close();
        } catch (ActiveMQException alreadyGone) {
            // Its reader is awake all the same.
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    @Override
    public void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!isStopping()) {
            try (BusSession session = connections.open()) {
                session.make(Queues.DEAD);
                session.make(lane.queue());
                session.session().start();
                pause = FIRST_PAUSE_MILLIS;
                read(session);
            } catch (Exception e) {
                pause = waitAfter(e, pause);
            }
        }
    }

    private void read(BusSession session) throws ActiveMQException {
        try (ClientConsumer consumer = session.session().createConsumer(SimpleString.of(lane.queue()))) {
            while (!isStopping() && !consumer.isClosed() && !session.session().isClosed()) {
                ClientMessage message = next(consumer);
                if (message != null) {
                    delivery.take(session, message);
                } else if (!isStopping() && mayEnd.getAsBoolean()) {
                    stopping.countDown();
                }
            }
        }
    }

    /** Null when nothing came or the reader is stopped; what had come then stays in the queue. */
    private ClientMessage next(ClientConsumer consumer) throws ActiveMQException {
        synchronized (turn) {
            if (isStopping()) {
                return null;
            }
            waiting = consumer;
        }
        ClientMessage message = null;
        try {
            message = consumer.receive(idleMillis);
        } finally {
            synchronized (turn) {
                waiting = null;
                if (isStopping()) {
                    message = null;
                }
            }
        }
        return message;
    }

    /** One warning when the broker goes, and then a pause that grows up to a bound. */
    private long waitAfter(Exception failure, long pause) {
        if (isStopping()) {
            return pause;
        }
        if (pause == FIRST_PAUSE_MILLIS) {
            LOG.warn("Lane {}: {} ({})", lane.queue(), BusCode.AWAY.sentence(), failure.toString());
        }
        try {
            stopping.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The thread is the bus' own, and only stop() ends it.
        }
        return Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
}
