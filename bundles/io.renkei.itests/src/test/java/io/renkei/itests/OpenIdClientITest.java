package io.renkei.itests;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.renkei.door.oidc.fakes.FakeActivator;
import io.renkei.door.oidc.fakes.Journey;
import io.renkei.door.oidc.fakes.Npm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/**
 * The certified relying party openid-client, unchanged, at the running distribution: its listeners, certificates and database. The accounts,
 * sites and links behind the provider, and the person at the browser, are the fakes of io.renkei.door.oidc, deployed as a bundle.
 */
public class OpenIdClientITest {

    private static final Path SCRIPTS = Path.of(
            System.getProperty("renkei.top"),
            "bundles",
            "io.renkei.itests",
            "src",
            "test",
            "resources",
            "openid-client");
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Path FOLDER = Path.of("target", "openid-client");
    private static final String FAKES = "io/renkei/door/oidc/fakes/Fake";
    private static final String NAME = "io.renkei.itests.fakes";
    private static final String IMPORTS = "io.renkei.api.model, io.renkei.ports.interaction, io.renkei.ports.linkage,"
            + " io.renkei.ports.people, io.renkei.ports.sites, io.renkei.ports.selfinfo, jakarta.servlet;version=\"[6.0,7)\","
            + " jakarta.servlet.http;version=\"[6.0,7)\", org.osgi.framework, org.osgi.util.tracker";

    private Instance instance;

    @Rule
    public final LogOnFailure log = new LogOnFailure(() -> instance);

    @Before
    public void start() throws Exception {
        Optional<String> missing = Npm.missing();
        assertFalse(missing.orElse(""), missing.isPresent() && Npm.isNeeded());
        assumeTrue(missing.orElse(""), missing.isEmpty());
        instance = Instance.shared();
    }

    @After
    public void takeTheFakesAway() throws IOException {
        if (instance != null) {
            Files.deleteIfExists(instance.deploy().resolve(NAME + ".jar"));
            Files.deleteIfExists(instance.etc(FakeActivator.FILE));
        }
    }

    @Test
    public void aCertifiedRelyingPartyCompletesEveryFlowAtTheDistribution() throws Exception {
        Npm npm = Npm.installed(SCRIPTS, FOLDER);
        Journey journey = new Journey(
                FOLDER,
                URI.create(instance.peopleUrl()),
                Files.readString(instance.pki().resolve("ca.pem")),
                instance.pki().resolve("sandbox.pem"),
                Integer.parseInt(Ports.free()));
        try (Writer out = Files.newBufferedWriter(instance.etc(FakeActivator.FILE))) {
            journey.sites().store(out, null);
        }
        deploy(instance.deploy());
        Await.until(LONGEST, this::services, OpenIdClientITest::areFakesUsed);
        String said = npm.script("journey.mjs", journey.setting());
        assertTrue(said, said.endsWith("all done\n"));
    }

    private String services() throws Exception {
        return instance.shell("service:list io.renkei.ports.linkage.Handovers").output();
    }

    /** They are the last that the provider gets, in the place of the kernel's own. */
    private static boolean areFakesUsed(String services) {
        return Arrays.stream(services.split("service\\.bundleid"))
                .anyMatch(service -> service.contains(NAME) && service.contains("OpenID Connect"));
    }

    private static void deploy(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", NAME);
        main.putValue("Bundle-Name", NAME);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", FakeActivator.class.getName());
        main.putValue("Import-Package", IMPORTS);
        Path jar = Files.createTempFile(folder.getParent(), NAME, ".part");
        URL fakes = FakeActivator.class.getProtectionDomain().getCodeSource().getLocation();
        try (JarFile from = new JarFile(Path.of(URI.create(fakes.toString())).toFile());
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Enumeration<JarEntry> each = from.entries(); each.hasMoreElements(); ) {
                JarEntry entry = each.nextElement();
                if (entry.getName().startsWith(FAKES)) {
                    entries.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = from.getInputStream(entry)) {
                        in.transferTo(entries);
                    }
                }
            }
        }
        Files.move(jar, folder.resolve(NAME + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }
}
