package io.renkei.journal.jdbc.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on an H2 file. */
class H2AnnouncementTest extends AnnouncementContract {

    @BeforeAll
    void open(@TempDir Path folder) {
        journal = Journal.open(H2Files.empty(folder));
    }

    @AfterAll
    void close() {
        journal.close();
    }
}
