package io.renkei.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;

/** The assembled archive, unpacked for one test class, on ports that are free. */
final class Distribution {

    private Distribution() {}

    static Option inAFreshFolder() {
        return composite(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("renkei.distribution"))
                                .toURI()
                                .toString())
                        .karafVersion("4.4.10")
                        .name("Renkei")
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                configureSecurity().disableKarafMBeanServerBuilder(),
                keepRuntimeFolder(),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("renkei.localRepository")),
                editConfigurationFilePut("etc/org.apache.felix.http.cfg", "org.osgi.service.http.port", freePort()),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()));
    }

    static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
