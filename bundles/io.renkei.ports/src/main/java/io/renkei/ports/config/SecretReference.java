package io.renkei.ports.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Resolves {@code file:PATH} and {@code env:NAME}. A value in their place is refused: settings are no place for it. */
public final class SecretReference {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretReference() {}

    /** @throws IllegalArgumentException if the reference cannot be resolved; the sentence never holds the secret */
    public static String resolve(String reference) {
        if (reference.startsWith("env:")) {
            String value = System.getenv(reference.substring("env:".length()));
            if (value == null || value.isEmpty()) {
                throw new IllegalArgumentException("the environment has no such variable; set it and start again.");
            }
            return value;
        }
        if (reference.startsWith("file:")) {
            return read(Path.of(reference.substring("file:".length())));
        }
        throw new IllegalArgumentException("write a reference, file:PATH or env:NAME, and not the secret itself.");
    }

    private static String read(Path file) {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalArgumentException("others may read the file; run chmod 600 on it.");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read; check its path and owner.", e);
        }
    }
}
