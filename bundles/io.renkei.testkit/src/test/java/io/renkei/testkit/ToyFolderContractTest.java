package io.renkei.testkit;

import io.renkei.api.spi.NoticeFolder;
import io.renkei.testkit.ToyFolder.Sin;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.parallel.Isolated;

/** A folder that keeps each promise passes. */
@Isolated("counts threads")
class ToyFolderContractTest extends NoticeFolderContract {

    /** What it breaks; of this thread; empty but for {@link FolderContractNoticesTest}. */
    static final ThreadLocal<Set<Sin>> SINS = ThreadLocal.withInitial(() -> EnumSet.noneOf(Sin.class));

    /** A folder that breaks a promise is not waited for as long as one that may be slow. */
    @Override
    protected Duration patience() {
        return SINS.get().isEmpty() ? super.patience() : Duration.ofMillis(1_500);
    }

    @Override
    protected FolderServer server() throws IOException {
        return new ToyFolderServer();
    }

    @Override
    protected NoticeFolder folder(int port) {
        return new ToyFolder(port, EnumSet.copyOf(SINS.get()));
    }

    @Override
    protected void disconnect(NoticeFolder folder) {}
}
