package io.renkei.testkit;

import io.renkei.api.spi.NoticeFolder;
import io.renkei.testkit.ToyFolder.Sin;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** A folder that keeps each promise passes. */
class ToyFolderContractTest extends NoticeFolderContract {

    /** What it breaks; empty but for {@link FolderContractNoticesTest}. */
    static final Set<Sin> SINS = EnumSet.noneOf(Sin.class);

    @Override
    protected FolderServer server() throws IOException {
        return new ToyFolderServer();
    }

    @Override
    protected NoticeFolder folder(int port) {
        return new ToyFolder(port, EnumSet.copyOf(SINS));
    }

    @Override
    protected void disconnect(NoticeFolder folder) {}
}
