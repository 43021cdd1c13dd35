package io.renkei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of change is judged by what it does to those who use the package; what was before comes out of text. */
class ApiTest {

    private static final String CONSUMER = "@org.osgi.annotation.versioning.ConsumerType public interface Shape { %s }";
    private static final String PROVIDER = "@org.osgi.annotation.versioning.ProviderType public interface Shape { %s }";
    private static final String TWO = "int area(); String name();";
    private static final String ONE = "int area();";

    @TempDir
    Path folder;

    @Test
    void anUnchangedPackageKeepsItsVersion() throws Exception {
        assertEquals(List.of(), judge(CONSUMER, TWO, TWO, "1.0.0"));
    }

    @Test
    void aRemovedMethodIsAMajorChange() throws Exception {
        assertAsksFor("2.0.0", judge(CONSUMER, TWO, ONE, "1.0.0"));
        assertAsksFor("2.0.0", judge(PROVIDER, TWO, ONE, "1.9.0"));
        assertEquals(List.of(), judge(CONSUMER, TWO, ONE, "2.0.0"));
    }

    /** Who implements it has no such method. */
    @Test
    void aMethodMoreInAConsumerTypeIsAMajorChange() throws Exception {
        assertAsksFor("2.0.0", judge(CONSUMER, ONE, TWO, "1.1.0"));
        assertEquals(List.of(), judge(CONSUMER, ONE, TWO, "2.0.0"));
    }

    /** The gateway implements it. */
    @Test
    void aMethodMoreInAProviderTypeIsAMinorChange() throws Exception {
        assertAsksFor("1.1.0", judge(PROVIDER, ONE, TWO, "1.0.0"));
        assertEquals(List.of(), judge(PROVIDER, ONE, TWO, "1.1.0"));
    }

    @Test
    void aDefaultMethodMoreInAConsumerTypeIsAMinorChange() throws Exception {
        String more = ONE + " default String name() { return \"\"; }";
        assertAsksFor("1.1.0", judge(CONSUMER, ONE, more, "1.0.0"));
    }

    @Test
    void aPackageOfVersionZeroIsNotSpared() throws Exception {
        Api before = compiled(CONSUMER.formatted(TWO), "0.1.0");
        assertAsksFor("1.0.0", compiled(CONSUMER.formatted(ONE), "0.2.0").faults(throughText(before)));
    }

    private List<String> judge(String type, String before, String after, String version) throws Exception {
        Api since = compiled(type.formatted(before), "1.0.0");
        return compiled(type.formatted(after), version).faults(throughText(since));
    }

    private static Api throughText(Api api) throws Exception {
        List<String> lines = ApiText.write(api);
        Api read = ApiText.read(lines);
        assertEquals(lines, ApiText.write(read));
        return read;
    }

    private static void assertAsksFor(String version, List<String> faults) {
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.get(0).contains("at least " + version), faults.get(0));
    }

    private Api compiled(String type, String version) throws Exception {
        Path work = Files.createTempDirectory(folder, "api");
        Path source = Files.createDirectories(work.resolve("shapes")).resolve("Shape.java");
        Files.writeString(source, "package shapes; " + type);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", work.toString(), source.toString());
        assertEquals(0, failed);
        Path jar = work.resolve("shapes.jar");
        try (Builder builder = new Builder()) {
            builder.addClasspath(work.toFile());
            builder.setBundleSymbolicName("shapes");
            builder.setProperty("Export-Package", "shapes;version=" + version);
            try (Jar built = builder.build()) {
                built.write(jar.toFile());
            }
        }
        return Api.of(jar);
    }
}
