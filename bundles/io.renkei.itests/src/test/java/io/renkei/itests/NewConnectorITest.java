package io.renkei.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.renkei.tools.connector.ConnectorCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

/**
 * A new connector builds at once and keeps the contract, without a network: in the gateway's repository, by its rules, and
 * as a project of its own.
 */
public class NewConnectorITest {

    private static final Path TOP =
            Path.of(System.getProperty("renkei.top")).toAbsolutePath().normalize();

    @ClassRule
    public static final TemporaryFolder KIT = new TemporaryFolder();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static OwnMaven maven;
    private Path root;

    @BeforeClass
    public static void installTheKit() throws Exception {
        Programs.need("mvn");
        Path kit = KIT.getRoot().toPath();
        maven = OwnMaven.in(kit);
        Programs.run(Checkout.in(kit).top(), maven.environment(), List.of("./renkei", "kit"))
                .good();
    }

    @Before
    public void copyTheRoot() throws IOException {
        root = folder.getRoot().toPath();
        Files.copy(TOP.resolve("pom.xml"), root.resolve("pom.xml"));
    }

    @Test
    public void inTheRepositoryItPassesItsBuild() throws Exception {
        make("registry");
        Path bundle = root.resolve("bundles/io.renkei.connector.registry");
        mvn("verify", bundle);
        assertHasOneKar(bundle);
        assertTrue(Files.readString(root.resolve("pom.xml"))
                .contains("<module>bundles/io.renkei.connector.registry</module>"));
    }

    @Test
    public void onItsOwnItPassesItsBuild() throws Exception {
        make("registry", "--in", root.toString(), "--package", "jp.example.touki.registry");
        mvn("verify", root.resolve("registry"));
        assertHasOneKar(root.resolve("registry"));
    }

    /** Where a line breaks depends on the length of the names in it. */
    @Test
    public void itIsFormattedWhateverTheLengthOfItsName() throws Exception {
        for (String name : List.of("xy", "abcdefghijkl")) {
            make(name);
            mvn("spotless:check", root.resolve("bundles/io.renkei.connector." + name));
        }
    }

    private void make(String... arguments) {
        String[] all = Stream.concat(Stream.of("--repository", root.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        assertEquals(0, new CommandLine(new ConnectorCommand()).execute(all));
    }

    private static void mvn(String goal, Path project) throws Exception {
        Programs.run(project, maven.environment(), List.of("mvn", "-B", "-o", "-q", goal))
                .good();
    }

    private static void assertHasOneKar(Path project) throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("target"))) {
            assertEquals(
                    1, files.filter(file -> file.toString().endsWith(".kar")).count());
        }
    }
}
