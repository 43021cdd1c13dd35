package io.renkei.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL server that can be stopped and started again with what it holds. */
final class OtherDatabase {

    static final String USER = "renkei";

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    OtherDatabase(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** With an empty database of one user. */
    void create(String password) throws IOException, SQLException {
        start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login password '" + password + "'");
            statement.execute("create database " + USER + " owner " + USER);
        }
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .start();
    }

    /** Connections are cut. */
    void stop() throws IOException {
        server.close();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
    }

    /** As when this time had passed: a column of a table lies so much earlier in all of its rows. */
    void pass(String table, String column, Duration time) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", USER).getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update " + table + " set " + column + " = " + column + " - ? * interval '1 second'")) {
            update.setLong(1, time.toSeconds());
            update.executeUpdate();
        }
    }

    /** How many rows a table has. */
    long count(String table) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", USER).getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
