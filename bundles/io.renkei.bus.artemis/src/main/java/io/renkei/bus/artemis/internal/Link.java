package io.renkei.bus.artemis.internal;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/** One live connection to a broker, and the queues that were seen to exist there. It never dials a second time. */
final class Link implements AutoCloseable {

    private final BusSettings.External broker;
    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final Queues queues = new Queues();

    private Link(BusSettings.External broker, ServerLocator locator, ClientSessionFactory factory) {
        this.broker = broker;
        this.locator = locator;
        this.factory = factory;
    }

    /** @throws ActiveMQException if no broker answers within the time, or none can be dialled at that address */
    static Link dial(BusSettings.External broker, long callTimeoutMillis) throws ActiveMQException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ActiveMQClient.class.getClassLoader());
        ServerLocator locator = null;
        try {
            locator = ActiveMQClient.createServerLocator(broker.url());
            for (TransportConfiguration place : locator.getStaticTransportConfigurations()) {
                if (!broker.url().startsWith("vm:")) {
                    place.getParams().putIfAbsent(TransportConstants.NETTY_CONNECT_TIMEOUT, callTimeoutMillis);
                }
            }
            locator.setCallTimeout(callTimeoutMillis);
            locator.setCallFailoverTimeout(callTimeoutMillis);
            locator.setInitialConnectAttempts(1);
            locator.setReconnectAttempts(0);
            locator.setFailoverAttempts(0);
            locator.setBlockOnAcknowledge(true);
            locator.setProducerWindowSize(-1);
            locator.setConsumerWindowSize(0);
            return new Link(broker, locator, locator.createSessionFactory());
        } catch (Exception e) {
            // This is the boundary to Artemis, which throws it.
            if (locator != null) {
                locator.close();
            }
            throw e instanceof ActiveMQException told ? told : notConnected(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ActiveMQException notConnected(Exception cause) {
        ActiveMQException failure = new ActiveMQNotConnectedException(cause.toString());
        failure.initCause(cause);
        return failure;
    }

    /** A session whose sends and acknowledgements are one transaction. */
    ClientSession newSession() throws ActiveMQException {
        return factory.createSession(broker.user(), broker.password(), false, false, false, false, 0);
    }

    Queues queues() {
        return queues;
    }

    @Override
    public void close() {
        factory.close();
        locator.close();
    }
}
