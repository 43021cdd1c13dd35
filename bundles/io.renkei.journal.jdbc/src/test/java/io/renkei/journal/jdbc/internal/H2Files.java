package io.renkei.journal.jdbc.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Journals on H2 files of a test's folder. The tables are made once in a process; each test has a copy. */
final class H2Files {

    static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static List<Kept> made = List.of();

    private H2Files() {}

    private record Kept(Path name, byte[] bytes) {}

    /** Where nothing stands yet. */
    static JournalSettings none(Path folder) {
        return new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                24,
                5_000,
                folder.resolve("master.key"),
                0);
    }

    /** A database with its tables, nothing in them, and its secrets. */
    static JournalSettings empty(Path folder) {
        try {
            for (Kept each : made()) {
                Path file = folder.resolve(each.name());
                Files.createDirectories(file.getParent());
                Files.createFile(file, OWNERS);
                Files.write(file, each.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return none(folder);
    }

    /** The database that stands there, as after a restart; an {@link #empty} one where none does. */
    static JournalSettings of(Path folder) {
        JournalSettings there = none(folder);
        return Files.exists(there.masterKey()) ? there : empty(folder);
    }

    private static synchronized List<Kept> made() throws IOException {
        if (made.isEmpty()) {
            Path folder = Files.createTempDirectory("journal");
            try {
                Journal.open(none(folder)).close();
                made = read(folder);
            } finally {
                remove(folder);
            }
        }
        return made;
    }

    private static List<Kept> read(Path folder) throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.add(new Kept(folder.relativize(file), Files.readAllBytes(file)));
            }
        }
        return kept;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
