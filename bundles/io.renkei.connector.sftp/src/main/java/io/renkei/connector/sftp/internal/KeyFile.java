package io.renkei.connector.sftp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.Set;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.loader.openssh.OpenSSHKeyPairResourceParser;

/** Reads the key that the gateway logs in with. */
final class KeyFile {

    private static final long MOST_BYTES = 64 * 1024;
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the file and holds nothing of it */
    static KeyPair read(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name the file with the private key");
        }
        try {
            Path file = Path.of(name);
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalArgumentException("others may read the file; run chmod 600 on it");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("the file is too large to be a key");
            }
            return only(file);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("the file cannot be read; check its path and owner", e);
        }
    }

    private static KeyPair only(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<KeyPair> keys = OpenSSHKeyPairResourceParser.INSTANCE.loadKeyPairs(
                    null, NamedResource.ofName("key.file"), FilePasswordProvider.EMPTY, in);
            return keys.stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("the file holds no private key as ssh-keygen writes it"));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot be used; it may have no passphrase", e);
        }
    }
}
