package io.renkei.journal.jdbc.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a PostgreSQL server. */
class PostgresAnnouncementTest extends AnnouncementContract {

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, SQLException {
        settings = TestDatabase.postgresql(folder);
        journal = Journal.open(settings);
    }

    @AfterAll
    void close() {
        journal.close();
    }
}
