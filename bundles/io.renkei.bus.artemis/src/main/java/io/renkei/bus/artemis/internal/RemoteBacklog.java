package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Lane;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a broker, wherever it is, over one session. */
final class RemoteBacklog implements Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteBacklog.class);

    private final Connections connections;
    private BusSession session;

    RemoteBacklog(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean isThere(Lane lane) {
        try {
            if (session == null || session.session().isClosed()) {
                session = connections.open();
            }
            return session.session().queueQuery(SimpleString.of(lane.queue())).getMessageCount() > 0;
        } catch (ActiveMQException e) {
            // Who sends there says so.
            LOG.debug("lane {} could not be looked at", lane.queue(), e);
            if (session != null) {
                session.close();
                session = null;
            }
            return false;
        }
    }
}
