package io.renkei.catalogue.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** A copy of a catalogue that a test may spoil. */
final class Folders {

    private final Path path;
    private long writes;

    private Folders(Path path) {
        this.path = path;
    }

    static Folders copyOf(Path source) throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target"), "catalogue");
        for (String name : CatalogueFolder.FILES) {
            Files.copy(source.resolve(name), copy.resolve(name));
        }
        return new Folders(copy);
    }

    Path path() {
        return path;
    }

    Folders replace(String name, String old, String replacement) throws IOException {
        String text = Files.readString(path.resolve(name));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " does not contain " + old);
        }
        int at = text.indexOf(old);
        return write(name, text.substring(0, at) + replacement + text.substring(at + old.length()));
    }

    /** Each write has a time of its own. */
    Folders write(String name, String text) throws IOException {
        Files.write(path.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(path.resolve(name), FileTime.fromMillis(1_700_000_000_000L + ++writes * 1_000));
        return this;
    }
}
