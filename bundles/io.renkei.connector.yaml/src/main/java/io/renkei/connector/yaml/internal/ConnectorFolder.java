package io.renkei.connector.yaml.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folder of connector files. A file counts when it looked the same, by time, size and identity, in two looks one after
 * the other: one that is being written is waited for. For one thread.
 */
final class ConnectorFolder {

    private static final String ENDING = ".yaml";
    /** Neither hidden nor an editor's own. */
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";

    private static final String TEMPLATES = "templates";

    private final Path folder;
    private Map<Path, Seen> before = Map.of();

    /** How a file looked, and its text once it stood still. */
    private record Seen(String look, Optional<String> text) {}

    /**
     * What stands still now.
     *
     * @param files texts of connector files, by name
     * @param templates by name, without the ending
     * @param moving files that are being written or were seen for the first time, those of templates with their folder
     */
    record Look(Map<String, String> files, Map<String, Template> templates, Set<String> moving) {

        boolean isTemplateMoving() {
            return moving.stream().anyMatch(name -> name.startsWith(TEMPLATES + "/"));
        }
    }

    ConnectorFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if the folder cannot be read now */
    Look look() throws IOException {
        Map<Path, Seen> now = new HashMap<>();
        see(folder, now);
        see(folder.resolve(TEMPLATES), now);
        before = now;
        Look look = new Look(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        now.forEach((file, seen) -> {
            String name = folder.relativize(file).toString();
            if (seen.text().isEmpty()) {
                look.moving().add(name);
            } else if (name.startsWith(TEMPLATES)) {
                String plain = file.getFileName().toString();
                look.templates()
                        .put(
                                plain.substring(0, plain.length() - ENDING.length()),
                                new Template(name, seen.text().get()));
            } else {
                look.files().put(name, seen.text().get());
            }
        });
        return look;
    }

    private void see(Path folder, Map<Path, Seen> into) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : all) {
                if (!file.getFileName().toString().matches(NAME)) {
                    continue;
                }
                try {
                    into.put(file, seen(file));
                } catch (NoSuchFileException e) {
                    // It went meanwhile.
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // A folder that is not there has no files.
        }
    }

    private Seen seen(Path file) throws IOException {
        String look = appearance(file);
        Seen last = before.get(file);
        if (last == null || !last.look().equals(look)) {
            return new Seen(look, Optional.empty());
        }
        // What can be read again, after its owner or mode was changed, looks as before.
        if (last.text().filter(text -> !text.equals(TreeReader.UNREADABLE)).isPresent()) {
            return last;
        }
        String text = text(file);
        // What was written while it was read is no text.
        return new Seen(look, appearance(file).equals(look) ? Optional.of(text) : Optional.empty());
    }

    private static String appearance(Path file) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
        return seen.lastModifiedTime() + " " + seen.size() + " " + seen.fileKey() + " " + seen.isRegularFile();
    }

    /** A file that cannot be read, is too long or no UTF-8 is refused for itself and holds up no other. */
    private static String text(Path file) throws NoSuchFileException {
        try {
            return Files.size(file) > 4L * TreeReader.MOST_CHARACTERS ? TreeReader.UNREADABLE : Files.readString(file);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            return TreeReader.UNREADABLE;
        }
    }
}
