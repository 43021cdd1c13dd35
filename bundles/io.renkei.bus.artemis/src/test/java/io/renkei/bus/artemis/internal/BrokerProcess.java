package io.renkei.bus.artemis.internal;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Somebody else's broker: a process of its own that listens on loopback and knows one user. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) {
        OtherProcess.runOrExit(() -> serve(arguments));
    }

    private static void serve(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setClusterPassword(arguments[2]);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[1]);
        AddressSettings addresses = new AddressSettings();
        addresses.setAutoCreateQueues(false);
        addresses.setAutoCreateAddresses(false);
        addresses.setDeadLetterAddress(SimpleString.of(Queues.DEAD));
        configuration.addAddressSetting("#", addresses);
        configuration.putSecurityRoles(
                "#",
                java.util.Set.of(new Role(
                        "gateway", true, true, true, false, false, false, false, true, true, false, false, false)));
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(new OneUser("renkei", arguments[2], "gateway"));
        server.start();
        System.out.println("ready");
        System.out.flush();
        Thread.currentThread().join();
    }
}
