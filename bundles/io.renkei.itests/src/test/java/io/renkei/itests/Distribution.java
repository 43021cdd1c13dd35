package io.renkei.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import io.renkei.tools.pki.SandboxPki;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.ops4j.pax.exam.Option;

/** The assembled archive, unpacked for one test class, on ports that are free, with keys of its own. */
final class Distribution {

    /** What the distribution starts with, without the gateway. */
    private static final String KARAF_ALONE = "framework, feature, shell, bundle, config, log, scr, service, system";

    private Distribution() {}

    /** Nothing of the gateway is installed, and all of it can be. */
    static Option withoutTheGateway() throws IOException, GeneralSecurityException {
        return composite(
                inAFreshFolder(),
                editConfigurationFilePut("etc/org.apache.karaf.features.cfg", "featuresBoot", KARAF_ALONE),
                // The simulated ministries run on settings that ./renkei writes.
                editConfigurationFilePut("etc/io.renkei.sandbox.cfg", "port", Ports.free()),
                editConfigurationFilePut("etc/io.renkei.sandbox.cfg", "pki.directory", "${renkei.pki}"),
                editConfigurationFilePut("etc/io.renkei.sandbox.company.cfg", "port", Ports.free()),
                editConfigurationFilePut("etc/io.renkei.sandbox.company.cfg", "pki.directory", "${renkei.pki}"));
    }

    static Option inAFreshFolder() throws IOException, GeneralSecurityException {
        Path pki = Path.of("target", "exam-pki").toAbsolutePath();
        SandboxPki.makeOnce(pki, Clock.systemUTC());
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
                configureConsole().ignoreLocalConsole(),
                keepRuntimeFolder(),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("renkei.localRepository")),
                editConfigurationFilePut("etc/custom.system.properties", "renkei.pki", pki.toString()),
                editConfigurationFilePut(
                        "etc/org.apache.felix.http.cfg", "org.osgi.service.http.port.secure", Ports.free()),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", Ports.free()));
    }
}
