package io.renkei.bus.artemis.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * The connection to the broker, dialled when it is first needed and again after it broke, and the sending sessions that
 * are kept for reuse. Safe for use by several threads.
 */
final class Connections implements AutoCloseable {

    private static final int MOST_KEPT = 16;

    private final BusSettings.External broker;
    private final long callTimeoutMillis;
    private final Deque<BusSession> kept = new ArrayDeque<>();
    private Link current;
    private boolean closed;
    private volatile long failedDials;

    Connections(BusSettings.External broker, long callTimeoutMillis) {
        this.broker = broker;
        this.callTimeoutMillis = callTimeoutMillis;
    }

    /** A new session; the caller closes it. */
    BusSession open() throws ActiveMQException {
        Link link = link();
        try {
            ClientSession session = link.newSession();
            return new BusSession(link, session, session.createProducer());
        } catch (ActiveMQSecurityException refused) {
            throw refused;
        } catch (ActiveMQException e) {
            drop(link);
            throw e;
        }
    }

    /** A session for one transaction; the caller gives it back or closes it. */
    BusSession borrow() throws ActiveMQException {
        BusSession session = nextKept();
        return session != null ? session : open();
    }

    private synchronized BusSession nextKept() {
        for (BusSession session = kept.poll(); session != null; session = kept.poll()) {
            if (session.link() == current && !session.session().isClosed()) {
                return session;
            }
            session.close();
        }
        return null;
    }

    synchronized void giveBack(BusSession session) {
        if (closed || session.link() != current || kept.size() >= MOST_KEPT) {
            session.close();
        } else {
            kept.push(session);
        }
    }

    /** Lets go of a connection that failed, unless another thread did so before; the next call dials anew. */
    synchronized void drop(Link failed) {
        if (failed == current && failed != null) {
            kept.forEach(BusSession::close);
            kept.clear();
            current.close();
            current = null;
        }
    }

    /** Those who wait while one dials in vain share its failure, and do not dial one after the other. */
    private Link link() throws ActiveMQException {
        long seen = failedDials;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the bus is closed");
            }
            if (current != null) {
                return current;
            }
            if (failedDials != seen) {
                throw new ActiveMQNotConnectedException("no broker answered just now");
            }
            try {
                current = Link.dial(broker, callTimeoutMillis);
            } catch (ActiveMQException e) {
                failedDials = seen + 1;
                throw e;
            }
            return current;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop(current);
    }
}
