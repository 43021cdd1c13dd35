package io.renkei.journal.jdbc.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * {@code jdbc:h2:dsync:/folder/name}: each write of the database file is on stable storage when it returns (O_DSYNC).
 * H2 by itself never syncs at commit; {@link GroupCommit} has it write what is committed, through this.
 */
public final class FilePathDsync extends FilePathWrapper {

    static final String SCHEME = "dsync";

    /** Makes the scheme known to H2; to be called before a data source is made. Repeating it does nothing. */
    static void register() {
        FilePath.register(new FilePathDsync());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path file = Path.of(getBase().toString());
        if (mode.equals("r")) {
            return new DsyncFile(file, "r");
        }
        boolean isNew = !Files.exists(file);
        FileChannel channel = new DsyncFile(file, "rwd");
        if (isNew) {
            SecretFile.syncFolder(file.toAbsolutePath().getParent());
        }
        return channel;
    }
}
