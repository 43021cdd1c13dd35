package io.renkei.tools.bench;

import io.renkei.journal.jdbc.internal.FilePathDsync;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.store.fs.FilePath;

/** One row of 1 KiB inserted and committed in H2, as durable as the gateway's journal (O_DSYNC, no write delay). */
final class DurableCommit implements HeldOperation {

    private static final int ROW_BYTES = 1_024;

    private final Connection connection;
    private final PreparedStatement insert;
    private final byte[] row = new byte[ROW_BYTES];

    DurableCommit(Path folder) throws SQLException {
        FilePath.register(new FilePathDsync());
        connection = DriverManager.getConnection(
                "jdbc:h2:dsync:" + folder.resolve("commits") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        connection.createStatement().execute("create table row_of_bytes (id uuid primary key, bytes varbinary(2000))");
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("insert into row_of_bytes values (?, ?)");
    }

    @Override
    public void once() throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setBytes(2, row);
        insert.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
