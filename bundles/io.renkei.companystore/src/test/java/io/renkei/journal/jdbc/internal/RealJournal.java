package io.renkei.journal.jdbc.internal;

import io.renkei.ports.content.ContentStore;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.submissions.SubmissionStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The journal on an H2 file, as it runs in the gateway. */
public final class RealJournal implements AutoCloseable {

    private final JournalSettings settings;
    private final Journal journal;

    public RealJournal(Path folder) {
        settings = new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                8,
                5_000,
                folder.resolve("master.key"),
                0);
        journal = Journal.open(settings);
    }

    public SubmissionStore submissions() {
        return journal.submissions();
    }

    public Outbox outbox() {
        return journal.outbox();
    }

    public ContentStore contents() {
        return journal.contents();
    }

    /** Pieces of bodies that can still be read. */
    public long chunks() throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from content_chunk")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
