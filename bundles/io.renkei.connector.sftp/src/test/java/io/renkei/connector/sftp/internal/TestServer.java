package io.renkei.connector.sftp.internal;

import io.renkei.testkit.NoticeFolderContract.FolderServer;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A real SFTP server over a folder of this machine; documents lie in {@code out}. */
final class TestServer implements FolderServer {

    static final String USER = "renkei";

    private final Path root;
    private final KeyPair hostKey = TestKeys.make();
    private final AtomicInteger logins = new AtomicInteger();
    private final SshServer server = SshServer.setUpDefaultServer();
    private volatile UnaryOperator<String> told = name -> name;
    private volatile boolean movesNothing;

    /** @param root holds what the server shows, as its root */
    private TestServer(Path root, PublicKey allowed) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("out"));
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> {
            logins.incrementAndGet();
            return user.equals(USER) && KeyUtils.compareKeys(allowed, key);
        });
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.setFileSystemAccessor(new Accessor());
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
    }

    static TestServer started(Path root, PublicKey allowed) throws IOException {
        return new TestServer(root, allowed);
    }

    private final class Accessor implements SftpFileSystemAccessor {

        @Override
        public void putRemoteFileName(
                SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName) {
            buffer.putString(shortName ? told.apply(name) : name);
        }

        @Override
        public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> how)
                throws IOException {
            if (movesNothing) {
                throw new IOException("not allowed");
            }
            SftpFileSystemAccessor.super.renameFile(subsystem, from, to, how);
        }
    }

    String fingerprint() {
        return HostKeys.fingerprint(hostKey.getPublic());
    }

    /** What it tells the names of its files to be. */
    void tells(UnaryOperator<String> names) {
        told = names;
    }

    void movesNothing(boolean refuses) {
        movesNothing = refuses;
    }

    /** How often somebody showed a key. */
    int logins() {
        return logins.get();
    }

    @Override
    public int port() {
        return server.getPort();
    }

    Path folder() {
        return root.resolve("out");
    }

    @Override
    public void leave(String name, byte[] document) throws IOException {
        Files.write(folder().resolve(name), document);
    }

    @Override
    public boolean waits(String name) {
        return Files.exists(folder().resolve(name));
    }

    /** The names of the files in a folder below {@code out}. */
    Set<String> names(String shelf) throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve(shelf))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    String text(String file) throws IOException {
        return Files.readString(folder().resolve(file));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
