package io.renkei.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of settings files that the history goes back to, each once under its SHA-256, for their owner's eyes. */
final class Texts {

    private final Path folder;

    /** @throws UncheckedIOException if the folder cannot be made */
    Texts(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return under what it is kept */
    String keep(FileText file) throws IOException {
        byte[] bytes = file.text().getBytes(StandardCharsets.ISO_8859_1);
        String digest = digest(bytes);
        Path kept = folder.resolve(digest);
        if (!Files.exists(kept)) {
            Path written = folder.resolve(digest + ".new");
            try (FileChannel out = FileChannel.open(
                    written,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return digest;
    }

    /** Empty if it is not kept any more, or is not what was kept. */
    Optional<FileText> get(String digest) {
        return FileText.of(folder.resolve(digest))
                .filter(file -> digest(file.text().getBytes(StandardCharsets.ISO_8859_1))
                        .equals(digest));
    }

    /** Removes all others. */
    void retain(Set<String> digests) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!digests.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
