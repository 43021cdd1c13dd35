package io.renkei.journal.jdbc.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Settings for a database of a test, and a way beside the ports into it. */
final class TestDatabase {

    private static final Path SERVER_FILES =
            Path.of("target", "postgresql", UUID.randomUUID().toString()).toAbsolutePath();

    private static EmbeddedPostgres server;

    private TestDatabase() {}

    static JournalSettings h2(Path folder) {
        return new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                24,
                5_000,
                folder.resolve("master.key"),
                0);
    }

    /** A new database on the server that all tests share. */
    static JournalSettings postgresql(Path folder) throws IOException, SQLException {
        String name = "journal_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create database " + name);
        }
        Path password = folder.resolve("password");
        if (!Files.exists(password)) {
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, "postgres\n");
        }
        return new JournalSettings(
                "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + name,
                "postgres",
                "file:" + password,
                24,
                5_000,
                folder.resolve("master.key"),
                0);
    }

    /** Everything that the shared server writes stands below it. */
    static Path serverFiles() {
        return SERVER_FILES;
    }

    /** Started by the first who asks; it stops, and its files go, with the process of the tests. */
    private static synchronized EmbeddedPostgres server() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(SERVER_FILES)
                    .setOverrideWorkingDirectory(
                            SERVER_FILES.resolveSibling("binaries").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "120")
                    .start();
        }
        return server;
    }

    /** Runs a statement as somebody would who has the database but not the gateway. */
    static int tamper(JournalSettings settings, String sql) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** How many rows there are. @param rows a table, with a condition if wanted */
    static long count(JournalSettings settings, String rows) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + rows)) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The first id that a query gives. */
    static UUID id(JournalSettings settings, String query) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }
}
