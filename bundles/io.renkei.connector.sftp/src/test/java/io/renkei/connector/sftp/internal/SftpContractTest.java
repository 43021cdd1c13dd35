package io.renkei.connector.sftp.internal;

import io.renkei.api.spi.NoticeFolder;
import io.renkei.testkit.NoticeFolderContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.io.TempDir;

class SftpContractTest extends NoticeFolderContract {

    @TempDir
    Path home;

    private final KeyPair key = TestKeys.make();
    private String fingerprint;

    @Override
    protected FolderServer server() throws Exception {
        TestServer server = TestServer.started(Files.createTempDirectory(home, "server"), key.getPublic());
        fingerprint = server.fingerprint();
        return server;
    }

    @Override
    protected NoticeFolder folder(int port) throws Exception {
        Path file = TestKeys.write(home.resolve("key.pem"), key);
        return new SftpConnector(TestConfig.config(TestConfig.of(port, fingerprint, file)));
    }

    @Override
    protected void disconnect(NoticeFolder folder) {
        ((SftpConnector) folder).stop();
    }
}
