package io.renkei.journal.jdbc.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that its owner alone may read (0600). */
final class SecretFile {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path path;

    SecretFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws StartRefused if the file cannot be read, or somebody but its owner can */
    byte[] read() {
        try {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
            if (!OWNER.containsAll(now)) {
                throw new StartRefused("JOURNAL-003: others than its owner can use " + path + " ("
                        + PosixFilePermissions.toString(now) + "). Run: chmod 600 " + path);
            }
            return Files.readAllBytes(path);
        } catch (UnsupportedOperationException e) {
            throw new StartRefused(
                    "JOURNAL-003: the file system of " + path
                            + " has no owner and permissions. Put the file where it can be kept from others.",
                    e);
        } catch (IOException e) {
            throw new StartRefused(
                    "JOURNAL-004: " + path
                            + " cannot be read. Make it a file that the user of the gateway owns, with mode 600.",
                    e);
        }
    }

    /**
     * Writes a new file and its folder to stable storage. The file appears whole or not at all, and never takes the
     * place of one that exists.
     *
     * @return whether this call made it; false when another node did at the same moment
     */
    boolean create(byte[] secret) {
        try {
            Path folder = path.getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".secret", ".new", PosixFilePermissions.asFileAttribute(OWNER));
            try {
                try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(secret);
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                    out.force(true);
                }
                Files.createLink(path, draft);
            } finally {
                Files.delete(draft);
            }
            syncFolder(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartRefused(
                    "JOURNAL-004: " + path + " cannot be made. Let the user of the gateway write to its folder.", e);
        }
    }

    /** Makes the names in a folder durable. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
