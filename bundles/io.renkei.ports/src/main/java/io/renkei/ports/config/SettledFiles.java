package io.renkei.ports.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells when files changed and then looked the same in two looks, so that nothing half written is read. A file that is
 * away is an appearance as well. Made before the first reading, it misses no change. Safe for use by several threads.
 */
public final class SettledFiles {

    private final Supplier<List<Path>> files;
    private Map<Path, Stamp> taken;
    private Map<Path, Stamp> seen;

    private record Stamp(FileTime modified, long size, Object key) {}

    public SettledFiles(List<Path> files) {
        this(() -> files);
    }

    /** @param files asked for at each look */
    public SettledFiles(Supplier<List<Path>> files) {
        this.files = files;
        this.taken = look();
        this.seen = taken;
    }

    /** Whether to read the files again: they differ from when this was last said, and the look before saw the same. */
    public synchronized boolean changed() {
        Map<Path, Stamp> before = seen;
        seen = look();
        if (seen.equals(taken) || !seen.equals(before)) {
            return false;
        }
        taken = seen;
        return true;
    }

    private Map<Path, Stamp> look() {
        Map<Path, Stamp> found = new HashMap<>();
        for (Path file : files.get()) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                found.put(file, new Stamp(now.lastModifiedTime(), now.size(), now.fileKey()));
            } catch (IOException e) {
                found.remove(file);
            }
        }
        return found;
    }
}
