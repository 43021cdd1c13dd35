package io.renkei.journal.jdbc.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.renkei.ports.config.SecretReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes data sources from settings. */
final class DataSources {

    private static final int PASSWORD_BYTES = 24;
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 60;

    /**
     * The gateway closes the database itself; each connection keeps its statements parsed (H2 keeps eight); each commit
     * is written until {@link H2Store} says otherwise; what was freed is written over after a second (H2 waits 45, for
     * disks that write in another order than they are told, and this file is synced at each write); no chunk is moved
     * when the database closes, because a kill soon after that could leave a file that H2 refuses to open ("Double
     * mark"); the cache has as many kilobytes.
     */
    private static final Map<String, String> H2_USUAL = Map.of(
            "DB_CLOSE_ON_EXIT",
            "FALSE",
            "QUERY_CACHE_SIZE",
            "256",
            "WRITE_DELAY",
            "0",
            "RETENTION_TIME",
            "1000",
            "MAX_COMPACT_TIME",
            "0",
            "CACHE_SIZE",
            "49152");

    private DataSources() {}

    /** One connection per call. For a new H2 file it makes the folder and, in a file, a random password. */
    static DataSource plain(JournalSettings settings) {
        if (settings.isH2()) {
            FilePathDsync.register();
            Path file = settings.h2File();
            boolean isNew = !Files.exists(file);
            if (isNew) {
                makeFolder(file.getParent());
            }
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(withUsual(settings.url()));
            h2.setUser(settings.user());
            h2.setPassword(password(settings, isNew));
            return h2;
        }
        try {
            PGSimpleDataSource postgresql = new PGSimpleDataSource();
            postgresql.setURL(settings.url());
            postgresql.setUser(settings.user());
            postgresql.setPassword(password(settings, false));
            postgresql.setApplicationName("renkei");
            postgresql.setReWriteBatchedInserts(true);
            postgresql.setTcpKeepAlive(true);
            postgresql.setConnectTimeout(CONNECT_SECONDS);
            postgresql.setSocketTimeout(ANSWER_SECONDS);
            // A refused row's values do not belong in an exception.
            postgresql.setLogServerErrorDetail(false);
            return postgresql;
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "JOURNAL-001: database.url is no address of PostgreSQL. Write"
                            + " jdbc:postgresql://host:5432/database.",
                    e);
        }
    }

    /** A pool of fixed size, so that an H2 database stays open while the pool is. It dials on first use. */
    static HikariDataSource pool(JournalSettings settings, DataSource plain) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("renkei-journal");
        config.setDataSource(plain);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(settings.poolWaitMillis());
        config.setValidationTimeout(Math.min(settings.poolWaitMillis(), TimeUnit.SECONDS.toMillis(CONNECT_SECONDS)));
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    static boolean answers(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            return connection.isValid(CONNECT_SECONDS);
        }
    }

    private static String password(JournalSettings settings, boolean databaseIsNew) {
        settings.passwordFile()
                .map(SecretFile::new)
                .filter(file -> !file.exists())
                .ifPresent(file -> {
                    if (!databaseIsNew) {
                        throw new StartRefused("JOURNAL-005: the database exists and its password file " + file.path()
                                + " does not. Put the file back from the backup, with mode 600.");
                    }
                    byte[] random = new byte[PASSWORD_BYTES];
                    new SecureRandom().nextBytes(random);
                    file.create(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
                });
        try {
            String password = SecretReference.resolve(settings.password());
            if (password.isBlank()) {
                throw new IllegalArgumentException("it is empty; put the database password there.");
            }
            return password;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new StartRefused(
                    "JOURNAL-003: database.password is " + settings.password() + ": " + e.getMessage(), e);
        }
    }

    /** What the journal wants of H2 where the address says nothing else. */
    private static String withUsual(String url) {
        String given = url.toUpperCase(Locale.ROOT);
        StringBuilder all = new StringBuilder(url);
        H2_USUAL.forEach((setting, value) -> {
            if (!given.contains(";" + setting + "=")) {
                all.append(';').append(setting).append('=').append(value);
            }
        });
        return all.toString();
    }

    private static void makeFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartRefused(
                    "JOURNAL-004: the folder " + folder
                            + " of the database cannot be made. Let the user of the gateway write to its parent.",
                    e);
        }
    }
}
