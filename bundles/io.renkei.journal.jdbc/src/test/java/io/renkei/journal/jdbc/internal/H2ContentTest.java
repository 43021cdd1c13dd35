package io.renkei.journal.jdbc.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on an H2 file. */
class H2ContentTest extends ContentContract {

    @BeforeAll
    void open(@TempDir Path folder) {
        files = folder.resolve("database");
        settings = H2Files.empty(folder);
        journal = Journal.open(settings);
    }

    @Override
    void writeOut() throws SQLException {
        TestDatabase.tamper(settings, "checkpoint sync");
    }

    @AfterAll
    void close() {
        journal.close();
    }
}
