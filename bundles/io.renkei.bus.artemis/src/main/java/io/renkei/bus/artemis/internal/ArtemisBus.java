package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.BusUnavailable;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQInterruptedException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** The bus, over a connection to a broker of whatever place. */
final class ArtemisBus implements Bus, AutoCloseable {

    /** Answers of a broker that is there: the connection, and the readers on it, go on. */
    private static final Set<ActiveMQExceptionType> REFUSALS = EnumSet.of(
            ActiveMQExceptionType.ADDRESS_FULL,
            ActiveMQExceptionType.SECURITY_EXCEPTION,
            ActiveMQExceptionType.TRANSACTION_ROLLED_BACK);

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Connections connections;
    private final int deliveryAttempts;
    private final Duration idle;
    private final QuietLanes quiet;
    private final Map<Lane, Set<LaneReaders>> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ArtemisBus(Connections connections, int deliveryAttempts, Backlog backlog) {
        this(connections, deliveryAttempts, backlog, IDLE, LOOK);
    }

    /**
     * @param backlog of the broker behind the connections
     * @param idle after this time without a message the readers of a lane end
     * @param look between two looks at a lane without readers
     */
    ArtemisBus(Connections connections, int deliveryAttempts, Backlog backlog, Duration idle, Duration look) {
        this.connections = connections;
        this.deliveryAttempts = deliveryAttempts;
        this.idle = idle;
        this.quiet = new QuietLanes(backlog, look);
    }

    @Override
    public void send(Lane lane, List<Pointer> pointers) {
        if (pointers.isEmpty()) {
            return;
        }
        try {
            if (!sendAtOnce(lane, pointers)) {
                // One of them was there already and took the others down with it: each for itself.
                for (Pointer pointer : pointers) {
                    sendAtOnce(lane, List.of(pointer));
                }
            }
            open.getOrDefault(lane, Set.of()).forEach(LaneReaders::wake);
        } catch (ActiveMQInterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusUnavailable(BusCode.NOT_TAKEN.sentence(), e);
        } catch (Exception e) {
            throw new BusUnavailable(BusCode.NOT_TAKEN.sentence(), e);
        }
    }

    /** One transaction, and so one sync. False when the broker had one of the ids already; then nothing was taken. */
    private boolean sendAtOnce(Lane lane, List<Pointer> pointers) throws Exception {
        BusSession session = connections.borrow();
        boolean usable = false;
        boolean refused = false;
        try {
            session.make(lane.queue());
            SimpleString address = SimpleString.of(lane.queue());
            for (Pointer pointer : pointers) {
                session.producer().send(address, message(session.session(), pointer));
            }
            session.session().commit();
            usable = true;
            return true;
        } catch (ActiveMQDuplicateIdException known) {
            session.session().rollback();
            usable = true;
            return false;
        } catch (ActiveMQException e) {
            refused = REFUSALS.contains(e.getType());
            throw e;
        } finally {
            if (usable) {
                connections.giveBack(session);
            } else {
                session.close();
                if (!refused) {
                    // The connection may have failed; the next call dials anew.
                    connections.drop(session.link());
                }
            }
        }
    }

    private static ClientMessage message(ClientSession session, Pointer pointer) {
        ClientMessage message = session.createMessage(Message.TEXT_TYPE, true);
        message.getBodyBuffer().writeNullableSimpleString(SimpleString.of(PointerText.write(pointer)));
        message.putStringProperty(Message.HDR_DUPLICATE_DETECTION_ID, SimpleString.of(Long.toString(pointer.id())));
        return message;
    }

    @Override
    public Subscription subscribe(Lane lane, int concurrency, Handler handler) {
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException("a lane has 1 to 64 readers");
        }
        Delivery delivery = new Delivery(lane, handler, deliveryAttempts);
        LaneReaders readers = new LaneReaders(connections, lane, concurrency, delivery, idle, quiet, this::forget);
        open.computeIfAbsent(lane, name -> ConcurrentHashMap.newKeySet()).add(readers);
        readers.start();
        if (closed) {
            readers.close();
            throw new IllegalStateException("the bus is closed");
        }
        return readers;
    }

    private void forget(LaneReaders readers) {
        open.computeIfPresent(readers.lane(), (lane, all) -> {
            all.remove(readers);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public long deadLetters() {
        try (BusSession session = connections.open()) {
            return session.session().queueQuery(SimpleString.of(Queues.DEAD)).getMessageCount();
        } catch (Exception e) {
            throw new BusUnavailable(BusCode.AWAY.sentence(), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        quiet.close();
        open.values().stream().flatMap(Set::stream).toList().forEach(LaneReaders::close);
        connections.close();
    }
}
