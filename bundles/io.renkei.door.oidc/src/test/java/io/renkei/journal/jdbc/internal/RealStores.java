package io.renkei.journal.jdbc.internal;

import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.ProviderKeys;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.interaction.Interactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The stores of the provider on an H2 file, as they run in the gateway. */
public final class RealStores implements AutoCloseable {

    /** Of what the protocol keeps, without what is looked for now and then whether or not anybody signs on. */
    private static final String STATEMENTS = "select sum(execution_count) from information_schema.query_statistics"
            + " where regexp_like(sql_statement, 'oidc_(artefact|grant|interaction)')"
            + " and not regexp_like(sql_statement, 'until_at <=|session_over = false')";

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

    /** From now on statements are counted; not before, since the first hundred of them would be those that make the tables. */
    public void count() throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set query_statistics true");
        }
    }

    /** How many statements were counted for artefacts, grants and interactions. */
    public long statements() throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(STATEMENTS)) {
            sum.next();
            return sum.getLong(1);
        }
    }

    public Artefacts artefacts() {
        return journal.artefacts();
    }

    public SiteGrants grants() {
        return journal.grants();
    }

    public ProviderKeys keys() {
        return journal.providerKeys();
    }

    public LogoutWords words() {
        return journal.logoutWords();
    }

    public Interactions interactions() {
        return journal.interactions();
    }

    @Override
    public void close() {
        journal.close();
    }
}
