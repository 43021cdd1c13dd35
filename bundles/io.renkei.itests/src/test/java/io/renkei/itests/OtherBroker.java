package io.renkei.itests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** Somebody else's broker in a process of its own: it knows one user, and makes no address by itself. */
final class OtherBroker {

    static final String USER = "renkei";
    private static final String READY = "ready";
    private static final String ROLE = "gateway";

    private final Path folder;
    private final int port;
    private final String password;
    private Process process;

    OtherBroker(Path folder, int port, String password) {
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    /** Returns when it takes connections. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherBroker.class.getName(),
                        folder.toString(),
                        Integer.toString(port),
                        password)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = process.inputReader();
        for (String line = lines.readLine(); !READY.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the broker did not start");
            }
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    public static void main(String[] arguments) throws Exception {
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
        configuration.addAddressSetting("#", addresses);
        configuration.putSecurityRoles(
                "renkei.#",
                Set.of(new Role(ROLE, true, true, true, false, false, false, false, true, true, false, false, false)));
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(USER, arguments[2]);
        users.addRole(USER, ROLE);
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
        System.out.println(READY);
        System.out.flush();
        Thread.currentThread().join();
    }
}
