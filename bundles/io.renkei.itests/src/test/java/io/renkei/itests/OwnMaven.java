package io.renkei.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Maven repository in which nothing of the gateway is, and all that it is built on: so what a test installs is seen by
 * that test alone, and what somebody once installed is not seen.
 */
record OwnMaven(Path repository) {

    /** Links all but {@code io/renkei} to the repository of this build. */
    static OwnMaven in(Path folder) throws IOException {
        Path real = Path.of(System.getProperty("renkei.localRepository")).toRealPath();
        Path own = Files.createDirectories(folder.resolve("repository"));
        link(real, own, "io");
        link(real.resolve("io"), Files.createDirectories(own.resolve("io")), "renkei");
        return new OwnMaven(own);
    }

    Map<String, String> environment() {
        return Map.of(
                "MAVEN_OPTS", "-Dmaven.repo.local=" + repository + " -XX:TieredStopAtLevel=1", "LC_ALL", "C.UTF-8");
    }

    private static void link(Path from, Path to, String but) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals(but)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }
}
