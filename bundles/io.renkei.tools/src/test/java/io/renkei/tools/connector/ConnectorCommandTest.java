package io.renkei.tools.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command makes and refuses. That its outcome builds is tested with the distribution. */
class ConnectorCommandTest {

    private static final String POM = "<modules>\n    <module>bundles/io.renkei.connector.egov</module>\n</modules>\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void makeRepository() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), POM);
    }

    @Test
    void aBundleStandsInTheRepositoryWithItsModuleLineAndNoBlankIsLeft() throws IOException {
        assertEquals(0, run("landregistry"));
        assertTrue(Files.readString(folder.resolve("pom.xml"))
                .contains("egov</module>\n    <module>bundles/io.renkei.connector.landregistry</module>\n"));
        Path bundle = folder.resolve("bundles/io.renkei.connector.landregistry");
        assertTrue(Files.exists(bundle.resolve("src/main/cfg/io.renkei.connector.landregistry.cfg")));
        assertNoBlankIsLeft(bundle);
        assertTrue(out.toString().contains("next:"));
    }

    @Test
    void aProjectOfItsOwnHasThePackageThatWasAskedFor() throws IOException {
        assertEquals(0, run("land", "--in", folder.toString(), "--package", "jp.example.touki"));
        assertTrue(Files.exists(folder.resolve("land/src/main/java/jp/example/touki/internal/LandConnector.java")));
        assertTrue(Files.exists(folder.resolve("land/src/main/cfg/jp.example.touki.cfg")));
        assertNoBlankIsLeft(folder.resolve("land"));
        assertEquals(POM, Files.readString(folder.resolve("pom.xml")), "the repository is not touched");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("bundles/io.renkei.connector.land"));
        assertFalse(run("land") == 0);
        assertEquals(POM, Files.readString(folder.resolve("pom.xml")));
        try (Stream<Path> files = Files.list(bundle)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"land-registry", "Land", "land2", "l", "land.registry", "thirteenchars", "../x", "山"})
    void aNameThatNoPidCanHaveIsRefused(String name) throws IOException {
        assertEquals(2, run(name));
        assertEquals(POM, Files.readString(folder.resolve("pom.xml")));
        assertTrue(out.toString().contains("lower-case letters"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"land", "jp.new.land", "io.renkei.land", "jp.ex-ample.land", "jp.Example.land"})
    void aPackageThatCannotBeIsRefused(String bundle) {
        assertEquals(2, run("land", "--in", folder.toString(), "--package", bundle));
        assertFalse(Files.exists(folder.resolve("land")));
    }

    private int run(String... arguments) {
        CommandLine command = new CommandLine(new ConnectorCommand());
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(failure.getMessage());
            return 1;
        });
        String[] all = Stream.concat(Stream.of("--repository", folder.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return command.execute(all);
    }

    private static void assertNoBlankIsLeft(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains("__"), file.toString());
            }
        }
    }
}
