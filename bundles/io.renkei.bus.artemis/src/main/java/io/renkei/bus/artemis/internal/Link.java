package io.renkei.bus.artemis.internal;

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

    /** @throws Exception if no broker answers within the time */
    static Link dial(BusSettings.External broker, long callTimeoutMillis) throws Exception {
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
            if (locator != null) {
                locator.close();
            }
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A session whose sends and acknowledgements are one transaction. */
    ClientSession newSession() throws Exception {
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
