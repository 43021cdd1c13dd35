package io.renkei.itests;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * The gateway's repository as this build has it, copied with the built distribution and without the other results of builds.
 * What builds in it leaves the jars alone from which the tests beside it load their classes.
 */
record Checkout(Path top) {

    private static final Path TOP =
            Path.of(System.getProperty("renkei.top")).toAbsolutePath().normalize();
    private static final Path ASSEMBLY = Path.of("karaf-assembly", "target");
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules");

    static Checkout in(Path folder) throws IOException {
        Path copy = folder.resolve("checkout");
        Files.walkFileTree(TOP, new Copier(copy));
        Path archive = Path.of(System.getProperty("renkei.distribution")).toRealPath();
        Path built = Files.createDirectories(copy.resolve(ASSEMBLY));
        Files.createSymbolicLink(built.resolve(archive.getFileName()), archive);
        return new Checkout(copy);
    }

    private static final class Copier extends SimpleFileVisitor<Path> {

        private final Path to;

        private Copier(Path to) {
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
            if (LEFT_OUT.contains(from.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copyOf(from));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
            Files.copy(from, copyOf(from));
            return FileVisitResult.CONTINUE;
        }

        private Path copyOf(Path from) {
            return to.resolve(TOP.relativize(from));
        }
    }
}
