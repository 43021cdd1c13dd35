package io.renkei.journal.jdbc.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Databases of tests on a PostgreSQL server, and a way beside the ports into any. */
final class TestDatabase {

    private static final Path SERVER_FILES =
            Path.of("target", "postgresql", UUID.randomUUID().toString()).toAbsolutePath();

    private static final String TEMPLATE = "journal_template";

    private static EmbeddedPostgres server;
    private static byte[] masterKey;

    private TestDatabase() {}

    /** A new database on the server that all tests share, with its tables and nothing in them. */
    static JournalSettings postgresql(Path folder) throws IOException, SQLException {
        byte[] key = masterKey();
        String name = "journal_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name + " template " + TEMPLATE);
        Path master = folder.resolve("master.key");
        if (!Files.exists(master)) {
            write(master, key);
        }
        return settings(folder, name);
    }

    /** That of all databases, whose tables are made once. */
    private static synchronized byte[] masterKey() throws IOException, SQLException {
        if (masterKey == null) {
            execute("create database " + TEMPLATE);
            Path folder =
                    Files.createDirectories(SERVER_FILES.resolveSibling(SERVER_FILES.getFileName() + ".template"));
            Journal.open(settings(folder, TEMPLATE)).close();
            masterKey = Files.readAllBytes(folder.resolve("master.key"));
        }
        return masterKey;
    }

    private static void execute(String sql) throws IOException, SQLException {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static JournalSettings settings(Path folder, String name) throws IOException {
        Path password = folder.resolve("password");
        if (!Files.exists(password)) {
            write(password, "postgres\n".getBytes(StandardCharsets.US_ASCII));
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

    private static void write(Path secret, byte[] bytes) throws IOException {
        Files.createFile(secret, H2Files.OWNERS);
        Files.write(secret, bytes);
    }

    /** Everything that the shared server writes stands below it. */
    static Path serverFiles() {
        return SERVER_FILES;
    }

    /** The folders of the databases of other tests. */
    static Set<Path> filesOfOthers(JournalSettings settings) throws SQLException {
        Set<Path> folders = new HashSet<>();
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select oid from pg_database where datname <> current_database()")) {
            while (rows.next()) {
                folders.add(SERVER_FILES.resolve("base").resolve(rows.getString(1)));
            }
        }
        return folders;
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
