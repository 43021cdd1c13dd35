package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The distribution as it is assembled: everything starts, and nothing stands open that need not. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class AssemblyITest {

    private static final String EVERYWHERE = "*";
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");

    @Inject
    private BundleContext context;

    @Inject
    @Filter(timeout = 120_000)
    private BootFinished booted;

    @Inject
    private SessionFactory sessions;

    @Inject
    @Filter(timeout = 30_000)
    private ServiceComponentRuntime components;

    @Configuration
    public Option[] distribution() throws Exception {
        return options(Distribution.inAFreshFolder());
    }

    @Test
    public void everyBundleIsActive() {
        List<String> idle = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (!fragment && bundle.getState() != Bundle.ACTIVE) {
                idle.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
            }
        }
        assertEquals(List.of(), idle);
        assertTrue("the gateway's own bundles are installed", symbolicNames().contains("io.renkei.api"));
    }

    @Test
    public void noBundleStandsInTwoVersions() {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (!seen.add(bundle.getSymbolicName()) && bundle.getSymbolicName().startsWith("bc")) {
                twice.add(bundle.getSymbolicName());
            }
        }
        assertEquals("BouncyCastle is there once", List.of(), twice);
    }

    @Test
    public void neitherRemoteManagementNorInstanceCreationIsInstalled() {
        for (String name : symbolicNames()) {
            assertTrue(name, !name.startsWith("org.apache.karaf.management"));
            assertTrue(name, !name.startsWith("org.apache.karaf.instance"));
        }
    }

    @Test
    public void noAccountHasAPassword() throws IOException {
        assertTrue("users.properties is empty", load("users.properties").isEmpty());
    }

    @Test
    public void everyListenerIsBoundToLoopback() throws IOException {
        assertEquals("127.0.0.1", load("org.apache.felix.http.cfg").get("org.apache.felix.http.host"));
        assertEquals("127.0.0.1", load("org.apache.karaf.shell.cfg").get("sshHost"));
    }

    @Test
    public void theDoorsAreOpenOverTlsWithClientCertificatesOnly() throws IOException {
        Properties http = load("org.apache.felix.http.cfg");
        assertEquals("false", http.get("org.apache.felix.http.enable"));
        assertEquals("true", http.get("org.apache.felix.https.enable"));
        assertEquals("needs", http.get("org.apache.felix.https.clientcertificate"));
    }

    /** A component that waits for its configuration (a connector without an instance) has no line here. */
    @Test
    public void everyComponentOfTheGatewayIsSatisfied() throws Exception {
        Await.until(Duration.ofSeconds(30), this::unsatisfied, Set::isEmpty);
        assertTrue(
                "the gateway has components",
                components
                                .getComponentDescriptionDTOs(ours().toArray(Bundle[]::new))
                                .size()
                        > 10);
    }

    /**
     * A wrapper says so where its library can do without another one. Nothing that stands in a connector is among that: so
     * the arrival of a connector refreshes nobody.
     */
    @Test
    public void noBundleOfTheGatewayImportsOptionallyOrDynamically() {
        Set<String> ofConnectors = packagesOfConnectors();
        List<String> loose = new ArrayList<>();
        for (Bundle bundle : ours()) {
            boolean wrapper = bundle.getSymbolicName().startsWith("io.renkei.runtime.");
            for (BundleRequirement need :
                    bundle.adapt(BundleRevision.class).getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
                String resolution = need.getDirectives().getOrDefault("resolution", "mandatory");
                boolean harmless = wrapper
                        && resolution.equals("optional")
                        && !ofConnectors.contains(packageOf(need.getDirectives().get("filter")));
                if (!resolution.equals("mandatory") && !harmless) {
                    loose.add(bundle.getSymbolicName() + " " + resolution + " "
                            + need.getDirectives().get("filter"));
                }
            }
        }
        assertEquals(List.of(), loose);
    }

    private Set<String> packagesOfConnectors() {
        Set<String> packages = new TreeSet<>();
        for (Bundle bundle : ours()) {
            if (bundle.getSymbolicName().startsWith("io.renkei.connector.")) {
                bundle.adapt(BundleWiring.class)
                        .listResources(
                                "/", "*.class", BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL)
                        .forEach(file -> packages.add(file.substring(0, Math.max(0, file.lastIndexOf('/')))
                                .replace('/', '.')));
            }
        }
        assertTrue("the connectors' own packages", packages.contains("io.renkei.connector.egov.internal"));
        return packages;
    }

    private static String packageOf(String filter) {
        Matcher name = PACKAGE.matcher(filter);
        assertTrue(filter, name.find());
        return name.group(1);
    }

    @Test
    public void connectorsExportNothing() {
        List<String> exported = new ArrayList<>();
        int connectors = 0;
        for (Bundle bundle : ours()) {
            if (bundle.getSymbolicName().startsWith("io.renkei.connector.")) {
                connectors++;
                bundle.adapt(BundleRevision.class)
                        .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
                        .forEach(capability -> exported.add(bundle.getSymbolicName() + " " + capability));
            }
        }
        assertEquals(List.of(), exported);
        assertTrue("connectors are installed", connectors > 0);
    }

    private Set<String> unsatisfied() {
        Set<String> names = new TreeSet<>();
        for (ComponentDescriptionDTO component :
                components.getComponentDescriptionDTOs(ours().toArray(Bundle[]::new))) {
            for (ComponentConfigurationDTO instance : components.getComponentConfigurationDTOs(component)) {
                boolean good = instance.state == ComponentConfigurationDTO.ACTIVE
                        || instance.state == ComponentConfigurationDTO.SATISFIED;
                if (!good) {
                    names.add(component.name + " is in state " + instance.state);
                }
            }
        }
        return names;
    }

    private List<Bundle> ours() {
        List<Bundle> ours = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("io.renkei.")) {
                ours.add(bundle);
            }
        }
        return ours;
    }

    @Test
    public void everyCommandScopeHasAnAccessList() {
        Set<String> open = new TreeSet<>();
        for (Command command : sessions.getRegistry().getCommands()) {
            if (!Files.exists(accessList(command.getScope())) && !EVERYWHERE.equals(command.getScope())) {
                open.add(command.getScope());
            }
        }
        assertEquals(Set.of(), open);
    }

    private static Path accessList(String scope) {
        return Path.of(System.getProperty("karaf.etc"), "org.apache.karaf.command.acl." + scope + ".cfg");
    }

    /** The core client of the broker's own library, within the process: no other way leads to it. */
    @Test
    public void nobodyConnectsToTheBrokerWithoutItsPassword() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ActiveMQClient.class.getClassLoader());
        try (ServerLocator locator = ActiveMQClient.createServerLocator("vm://1");
                ClientSessionFactory broker = locator.createSessionFactory()) {
            assertThrows(ActiveMQSecurityException.class, () -> broker.createSession());
            assertThrows(
                    ActiveMQSecurityException.class,
                    () -> broker.createSession("gateway", "gateway", false, true, true, false, 1));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(System.getProperty("karaf.etc"), file))) {
            properties.load(reader);
        }
        return properties;
    }

    private Set<String> symbolicNames() {
        Set<String> names = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            names.add(bundle.getSymbolicName());
        }
        return names;
    }
}
