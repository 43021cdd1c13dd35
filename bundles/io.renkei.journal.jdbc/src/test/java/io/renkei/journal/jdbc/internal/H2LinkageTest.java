package io.renkei.journal.jdbc.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on an H2 file with synced commits. */
class H2LinkageTest extends LinkageContract {

    @BeforeAll
    void open(@TempDir Path folder) {
        settings = H2Files.empty(folder);
        journal = Journal.open(settings);
        otherNode = journal;
    }

    @AfterAll
    void close() {
        journal.close();
    }
}
