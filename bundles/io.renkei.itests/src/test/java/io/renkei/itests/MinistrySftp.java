package io.renkei.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A ministry's own SFTP server, in this process: one account, which logs in with a key; documents lie in {@code out}. */
final class MinistrySftp implements AutoCloseable {

    static final String USER = "renkei";

    private final Path root;
    private final KeyPair hostKey = key();
    private final AtomicInteger logins = new AtomicInteger();
    private final SshServer server = SshServer.setUpDefaultServer();
    private volatile boolean movesNothing;

    /** @param keyFile is written: the account's private key */
    MinistrySftp(Path root, Path keyFile) throws IOException, GeneralSecurityException {
        this.root = root;
        Files.createDirectories(root.resolve("out"));
        KeyPair account = key();
        write(keyFile, account);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> {
            logins.incrementAndGet();
            return user.equals(USER) && KeyUtils.compareKeys(account.getPublic(), key);
        });
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.setFileSystemAccessor(new Accessor());
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
    }

    private static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        return keys.generateKeyPair();
    }

    private static void write(Path file, KeyPair key) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "renkei", null, out);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private final class Accessor implements SftpFileSystemAccessor {
        @Override
        public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> how)
                throws IOException {
            if (movesNothing) {
                throw new IOException("not allowed");
            }
            SftpFileSystemAccessor.super.renameFile(subsystem, from, to, how);
        }
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    static String someFingerprint() throws GeneralSecurityException {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key().getPublic());
    }

    /** How often somebody showed a key. */
    int logins() {
        return logins.get();
    }

    void movesNothing(boolean refuses) {
        movesNothing = refuses;
    }

    void leave(String name, byte[] document) throws IOException {
        Files.write(file(name), document);
    }

    /** A path below {@code out}. */
    Path file(String name) {
        return root.resolve("out").resolve(name);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
