package io.renkei.itests;

import static org.junit.Assert.assertTrue;

import io.renkei.tools.pki.Pem;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The operator asks for signed bundles while the gateway runs. The applicant of the sandbox signs them here. */
public class SignedBundlesITest {

    private static final Duration SEEN = Duration.ofSeconds(60);
    private static final String NAME = "org.example.visitor";

    private static Instance instance;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        Partner.of(instance).awaitUp();
    }

    @After
    public void leave() throws Exception {
        Files.deleteIfExists(instance.deploy().resolve("visitor.jar"));
        setting("signed.bundles = off\n");
    }

    @Test
    public void anUnsignedBundleStaysOutAndIsNamedAndTheSameSignedOneStarts() throws Exception {
        setting("signed.bundles = required\nanchors = " + instance.pki().resolve("applicant-ca.pem") + "\n");
        health("are signed by somebody allowed");
        Path plain = bundle();
        deploy(plain);
        health("DEPLOY-001: " + NAME);
        assertTrue(instance.shell("bundle:list -t 0 -s").output().contains(NAME));
        deploy(signed(plain));
        Await.until(
                SEEN,
                () -> instance.shell("bundle:list -t 0 -s").output(),
                list -> list.lines().anyMatch(line -> line.contains(NAME) && line.contains("Active")));
        health("are signed by somebody allowed");
        Partner.of(instance).awaitUp();
    }

    private static void health(String expected) throws Exception {
        // The table wraps nothing in a shell without a terminal.
        Await.until(SEEN, () -> instance.shell("renkei:health").output(), text -> text.contains(expected));
    }

    private static void setting(String text) throws Exception {
        Path file = instance.etc("io.renkei.deploy.cfg");
        Path fresh = file.resolveSibling(".deploy.new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deploy(Path jar) throws Exception {
        Path fresh = instance.deploy().resolve(".visitor");
        Files.copy(jar, fresh);
        Files.move(fresh, instance.deploy().resolve("visitor.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path bundle() throws Exception {
        Path file = folder.getRoot().toPath().resolve("plain.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            put(
                    out,
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-Version: 1.0.0\n"
                            + "Bundle-SymbolicName: " + NAME + "\nBundle-Name: " + NAME + "\n");
            put(out, "org/example/text.txt", "hello");
        }
        return file;
    }

    private Path signed(Path plain) throws Exception {
        Path identity = instance.pki().resolve("applicant.pem");
        Path file = folder.getRoot().toPath().resolve("signed.jar");
        JarSigner signer = new JarSigner.Builder(
                        Pem.privateKey(identity),
                        CertificateFactory.getInstance("X.509").generateCertPath(Pem.certificates(identity)))
                .digestAlgorithm("SHA-256")
                .build();
        try (ZipFile in = new ZipFile(plain.toFile());
                OutputStream out = Files.newOutputStream(file)) {
            signer.sign(in, out);
        }
        return file;
    }

    private static void put(JarOutputStream out, String name, String content) throws Exception {
        out.putNextEntry(new JarEntry(name));
        out.write(content.getBytes());
        out.closeEntry();
    }
}
