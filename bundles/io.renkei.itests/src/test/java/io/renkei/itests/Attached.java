package io.renkei.itests;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A management client that is attached to a process of the same user; there is no other way in. */
record Attached(JMXConnector connector) implements AutoCloseable {

    private static final String TEXT = String.class.getName();

    static Attached to(long pid) throws Exception {
        VirtualMachine process = VirtualMachine.attach(Long.toString(pid));
        try {
            return new Attached(JMXConnectorFactory.connect(new JMXServiceURL(process.startLocalManagementAgent())));
        } finally {
            process.detach();
        }
    }

    void set(String name, String key, String value) throws IOException, JMException {
        MBeanServerConnection server = connector.getMBeanServerConnection();
        server.invoke(new ObjectName("io.renkei:type=Settings"), "set", new Object[] {name, key, value}, new String[] {
            TEXT, TEXT, TEXT
        });
    }

    /** What is said when a value is refused. */
    String refusal(String name, String key, String value) throws IOException, JMException {
        try {
            set(name, key, value);
        } catch (RuntimeMBeanException e) {
            return e.getCause().getMessage();
        }
        throw new AssertionError(value + " was taken");
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
