package io.renkei.journal.jdbc.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a PostgreSQL server. */
class PostgresContentTest extends ContentContract {

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, SQLException {
        files = TestDatabase.serverFiles();
        settings = TestDatabase.postgresql(folder);
        others = TestDatabase.filesOfOthers(settings);
        journal = Journal.open(settings);
    }

    @Override
    void writeOut() throws SQLException {
        TestDatabase.tamper(settings, "checkpoint");
    }

    @AfterAll
    void close() {
        journal.close();
    }
}
