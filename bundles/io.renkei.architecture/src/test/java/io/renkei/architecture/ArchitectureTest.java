package io.renkei.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import what, by the kind of the bundle, read from what was compiled. */
class ArchitectureTest {

    /** Everybody may use these. */
    private static final List<String> COMMON =
            List.of("java..", "javax..", "org.w3c.dom..", "org.xml.sax..", "org.slf4j..", "org.osgi..", "");

    private static final String MODEL = "io.renkei.api..";
    private static final String PORTS = "io.renkei.ports..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String CAMEL = "org.apache.camel..";
    private static final String APACHE_HTTP = "org.apache.hc..";
    private static final String HTTP = "io.renkei.http";
    private static final String HTTP_SOAP = "io.renkei.http.soap";
    private static final String YAML = "org.yaml.snakeyaml..";

    /** What a connector speaks by, beside what all may use. */
    private static final Map<String, String[]> LIBRARIES = Map.of(
            "io.renkei.connector.yaml", new String[] {YAML},
            "io.renkei.connector.sftp", new String[] {"org.apache.sshd.."});

    private static final List<String> SOAP =
            List.of("jakarta.xml..", "jakarta.jws..", "jakarta.activation..", "org.apache.cxf..", "org.apache.wss4j..");

    /** Not shipped in the gateway, so the rules on technologies leave it free. */
    private static final String SANDBOX = "io.renkei.sandbox";

    private static final Map<String, JavaClasses> OURS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String bundle : Bundles.written()) {
            Path own = Bundles.classes(bundle).resolve(bundle.replace('.', '/'));
            OURS.put(bundle, new ClassFileImporter().importPath(own));
        }
    }

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("io.renkei.api", List.of(CAMEL)),
                arguments("io.renkei.ports", List.of(MODEL, JACKSON)),
                arguments("io.renkei.catalogue", List.of(MODEL, PORTS, JACKSON, "org.yaml.snakeyaml..")),
                arguments("io.renkei.intake", List.of(MODEL, PORTS, JACKSON)),
                arguments("io.renkei.fanout", List.of(MODEL, PORTS)),
                arguments("io.renkei.notices", List.of(MODEL, PORTS)),
                arguments("io.renkei.linkage", List.of(MODEL, PORTS, JACKSON)),
                arguments("io.renkei.selfinfo", List.of(MODEL, PORTS)),
                arguments("io.renkei.holdings", List.of(MODEL, PORTS, JACKSON)),
                arguments("io.renkei.routes", List.of(MODEL, PORTS, CAMEL)),
                arguments("io.renkei.door.rest", List.of(MODEL, PORTS, JACKSON, "jakarta.servlet..")),
                arguments(
                        "io.renkei.door.pages",
                        List.of(
                                MODEL,
                                PORTS,
                                JACKSON,
                                "jakarta.servlet..",
                                "com.nimbusds..",
                                "com.samskivert.mustache..")),
                arguments("io.renkei.door.soap", with(SOAP, MODEL, PORTS, JACKSON, "jakarta.servlet..")),
                arguments(
                        "io.renkei.journal.jdbc",
                        List.of(MODEL, PORTS, "com.zaxxer.hikari..", "org.flywaydb..", "org.h2..", "org.postgresql..")),
                arguments("io.renkei.bus.artemis", List.of(MODEL, PORTS, JACKSON, "org.apache.activemq.artemis..")),
                arguments(
                        "io.renkei.trust",
                        List.of(
                                MODEL,
                                PORTS,
                                "org.apache.xml.security..",
                                "org.apache.pdfbox..",
                                "org.bouncycastle..",
                                "com.nimbusds..")),
                arguments("io.renkei.http", List.of(MODEL, CAMEL, APACHE_HTTP, JACKSON)),
                arguments("io.renkei.partners", List.of(MODEL, PORTS)),
                arguments("io.renkei.settings", List.of(MODEL, PORTS, JACKSON)),
                arguments("io.renkei.deploy", List.of(PORTS)),
                arguments(
                        "io.renkei.door.tls",
                        List.of(MODEL, PORTS, "org.apache.felix.http.jetty..", "org.eclipse.jetty..")),
                arguments(
                        "io.renkei.door.oidc",
                        List.of(MODEL, PORTS, "jakarta.servlet..", "com.nimbusds..", "net.minidev.json..")),
                arguments("io.renkei.portal", List.of(MODEL, PORTS, JACKSON)),
                arguments("io.renkei.delivery", List.of(MODEL, PORTS)),
                arguments("io.renkei.companystore", List.of(MODEL, PORTS, JACKSON)),
                arguments("io.renkei.sealer", List.of(MODEL, PORTS)),
                arguments(
                        "io.renkei.ops",
                        List.of(MODEL, PORTS, JACKSON, "org.apache.karaf.shell..", "io.renkei.journal.jdbc")),
                arguments(
                        "io.renkei.format.zip",
                        List.of(MODEL, "io.renkei.ports.packages", "org.apache.commons.compress..")),
                arguments("io.renkei.format.egov", List.of(MODEL)),
                arguments("io.renkei.format.deduction", List.of(MODEL)),
                arguments("io.renkei.format.portal", List.of(MODEL)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void aBundleImportsOnlyWhatItsKindMay(String bundle, List<String> allowed) {
        assertImports(bundle, allowed);
    }

    @Test
    void aConnectorImportsTheApiItsFormatAndHowItSpeaks() {
        OURS.keySet().stream().filter(ArchitectureTest::isConnector).forEach(bundle -> {
            String format = bundle.replace(".connector.", ".format.");
            List<String> allowed = with(SOAP, MODEL, format, CAMEL, HTTP, HTTP_SOAP, APACHE_HTTP, JACKSON);
            assertImports(bundle, with(allowed, LIBRARIES.getOrDefault(bundle, new String[0])));
        });
    }

    @Test
    void eachBundleHasItsLineInTheTable() {
        Set<String> lines =
                new HashSet<>(table().map(line -> (String) line.get()[0]).toList());
        List<String> without = OURS.keySet().stream()
                .filter(bundle -> !lines.contains(bundle) && !isConnector(bundle) && !bundle.equals(SANDBOX))
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void nobodyImportsTheSandboxOrAnotherBundlesInside() {
        OURS.forEach((bundle, classes) -> noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.renkei..internal..", SANDBOX + "..")
                        .and(resideOutsideOfPackages(bundle + "..")))
                .allowEmptyShould(true)
                .check(classes));
    }

    @Test
    void onlyTrustUsesBouncyCastleXmlSecurityAndPdfBox() {
        gateway("io.renkei.trust")
                .forEach(classes -> noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "org.bouncycastle..",
                                "org.apache.xml.security..",
                                "org.apache.pdfbox..",
                                "javax.xml.crypto.."))
                        .allowEmptyShould(true)
                        .check(classes));
    }

    /** A client made elsewhere would not know whether it sent anything. */
    @Test
    void onlyTheHttpBundleMakesHttpClientsOfConnectors() {
        OURS.keySet().stream()
                .filter(ArchitectureTest::isConnector)
                .forEach(bundle -> noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("java.net.http..", "org.apache.hc.client5.http.impl.io..")
                                        .or(simpleName("HttpClients"))
                                        .or(simpleName("HttpClientBuilder"))
                                        .or(simpleName("HttpURLConnection"))
                                        .or(simpleName("Socket")))
                        .check(OURS.get(bundle)));
    }

    @Test
    void nobodyReadsTheClockPastTheInjectedOne() {
        gateway("").forEach(classes -> {
            noClasses()
                    .should()
                    .callMethodWhere(describe("a clock of its own", ArchitectureTest::readsTheClock))
                    .allowEmptyShould(true)
                    .check(classes);
            noClasses()
                    .should()
                    .callConstructor(java.util.Date.class)
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @Test
    void nobodyReadsJavaSerialisation() {
        OURS.values()
                .forEach(classes -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.io.ObjectInputStream")
                        .allowEmptyShould(true)
                        .check(classes));
    }

    @Test
    void noPackageStandsInTwoBundles() {
        Map<String, String> owners = new HashMap<>();
        OURS.forEach((bundle, classes) -> classes.stream()
                .map(type -> type.getPackageName())
                .distinct()
                .forEach(name -> {
                    String other = owners.put(name, bundle);
                    assertFalse(other != null && !other.equals(bundle), () -> name + " in " + other + " and " + bundle);
                }));
    }

    private static void assertImports(String bundle, List<String> allowed) {
        List<String> all = with(COMMON, allowed.toArray(String[]::new));
        all.add(bundle + "..");
        noClasses()
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(all.toArray(String[]::new)))
                .check(OURS.get(bundle));
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.")
                && target.getName().equals("now")
                && target.getRawParameterTypes().isEmpty();
        return now
                || owner.equals("java.time.ZoneId") && target.getName().equals("systemDefault")
                || owner.equals("java.time.Clock") && target.getName().equals("systemDefaultZone")
                || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
    }

    /** What is shipped, but for one bundle. */
    private static Stream<JavaClasses> gateway(String exempt) {
        return OURS.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(SANDBOX) && !entry.getKey().equals(exempt))
                .map(Map.Entry::getValue);
    }

    private static boolean isConnector(String bundle) {
        return bundle.startsWith("io.renkei.connector.");
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
