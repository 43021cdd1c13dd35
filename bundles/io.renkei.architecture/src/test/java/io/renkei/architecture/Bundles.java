package io.renkei.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The folders of the bundles, and what they were compiled to. */
final class Bundles {

    private static final Path FOLDER = Path.of("..").toAbsolutePath().normalize();

    /** Bundles of nothing but embedded jars. */
    static final String RUNTIME = "io.renkei.runtime.";

    private static final List<String> NO_BUNDLES =
            List.of("io.renkei.architecture", "io.renkei.itests", "io.renkei.testkit", "io.renkei.tools");

    private Bundles() {}

    /** By symbolic name, in order. */
    static List<String> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !NO_BUNDLES.contains(name))
                    .sorted()
                    .toList();
        }
    }

    /** Bundles with code of ours. */
    static List<String> written() throws IOException {
        return all().stream().filter(name -> !name.startsWith(RUNTIME)).toList();
    }

    static Path folder(String bundle) {
        return FOLDER.resolve(bundle);
    }

    /** @throws IllegalStateException if the bundle was not compiled: a rule over nothing would hold */
    static Path classes(String bundle) {
        Path classes = folder(bundle).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(bundle + " is not compiled: build it first");
        }
        return classes;
    }

    static Manifest manifest(String bundle) throws IOException {
        try (InputStream in = Files.newInputStream(classes(bundle).resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in);
        }
    }
}
