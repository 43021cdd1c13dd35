package io.renkei.journal.jdbc.internal;

import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import io.renkei.ports.selfinfo.QuestionStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The stores on an H2 file, as they run in the gateway. */
public final class RealStores implements AutoCloseable {

    private static final String PAST = "timestamp with time zone '1970-01-02 00:00:00+00'";

    private final JournalSettings settings;
    private final Journal journal;

    public RealStores(Path folder) {
        settings = new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                24,
                5_000,
                folder.resolve("master.key"),
                0);
        journal = Journal.open(settings);
    }

    public QuestionStore questions() {
        return journal.questions();
    }

    public AccessRecordStore records() {
        return journal.accessRecords();
    }

    public LinkageCodeStore linkageCodes() {
        return journal.linkageCodes();
    }

    /** As if the time had passed that each call waits for: after a kill, until its lease ends. */
    public void allDueNow() throws SQLException {
        change("update selfinfo_call set try_at = " + PAST);
    }

    /** As if the time of each question had passed in which agencies are asked. */
    public void timeIsOver() throws SQLException {
        change("update selfinfo_call set deadline = " + PAST + ", try_at = " + PAST);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
