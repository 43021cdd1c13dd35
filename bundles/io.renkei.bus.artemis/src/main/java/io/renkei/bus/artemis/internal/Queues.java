package io.renkei.bus.artemis.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQAddressExistsException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * Makes the queue of a lane the first time it is named over a connection: the broker makes none by itself. Several
 * threads and nodes may make one queue at the same time; each of them returns only when it is whole.
 */
final class Queues {

    static final String DEAD = "renkei.dead";

    private final Set<String> made = ConcurrentHashMap.newKeySet();

    void make(ClientSession session, String queue) throws ActiveMQException {
        if (made.contains(queue)) {
            return;
        }
        SimpleString name = SimpleString.of(queue);
        if (!session.queueQuery(name).isExists()) {
            makeAddress(session, name);
            makeQueue(session, name);
        }
        made.add(queue);
    }

    private static void makeAddress(ClientSession session, SimpleString name) throws ActiveMQException {
        if (session.addressQuery(name).isExists()) {
            return;
        }
        try {
            session.createAddress(name, RoutingType.ANYCAST, false);
        } catch (ActiveMQAddressExistsException another) {
            // Another node or thread made it in between.
        }
    }

    private static void makeQueue(ClientSession session, SimpleString name) throws ActiveMQException {
        try {
            session.createQueue(QueueConfiguration.of(name)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        } catch (ActiveMQQueueExistsException another) {
            // Another node or thread made it in between.
        }
    }
}
