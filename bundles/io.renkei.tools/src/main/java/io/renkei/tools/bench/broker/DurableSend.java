package io.renkei.tools.bench.broker;

import io.renkei.tools.bench.HeldOperation;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** One durable message of the size of a pointer, on the disk of an embedded broker when the send returns. */
public final class DurableSend implements HeldOperation {

    private static final String ADDRESS = "vm://97";
    private static final String QUEUE = "pointers";
    private static final int BUFFER_TIMEOUT_NANOS = 100_000;
    private static final int POINTER_BYTES = 128;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final ClientSession session;
    private final ClientProducer producer;

    /** Starts a broker that keeps its journal in the folder. */
    public DurableSend(Path folder) throws Exception {
        server.setConfiguration(configuration(folder));
        server.start();
        locator = ActiveMQClient.createServerLocator(ADDRESS);
        locator.setBlockOnDurableSend(true);
        factory = locator.createSessionFactory();
        session = factory.createSession(true, true);
        session.createQueue(QueueConfiguration.of(QUEUE)
                .setAddress(QUEUE)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true));
        producer = session.createProducer(QUEUE);
    }

    @Override
    public void once() throws Exception {
        ClientMessage message = session.createMessage(true);
        message.getBodyBuffer().writeBytes(new byte[POINTER_BYTES]);
        producer.send(message);
    }

    @Override
    public void close() throws Exception {
        session.close();
        factory.close();
        locator.close();
        server.stop();
    }

    private static ConfigurationImpl configuration(Path folder) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(true);
        configuration.setSecurityEnabled(false);
        configuration.setJMXManagementEnabled(false);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDatasync(true);
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        configuration.setJournalBufferTimeout_NIO(BUFFER_TIMEOUT_NANOS);
        configuration.addAcceptorConfiguration("in-vm", ADDRESS);
        return configuration;
    }
}
