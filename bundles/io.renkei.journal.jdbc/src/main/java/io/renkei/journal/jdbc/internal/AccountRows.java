package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Rows of the hash chains of accounts. The digest of a row is SHA-256 over: the domain {@code renkei.account.row.v1} and a zero byte;
 * the account's id in 16 bytes; then, each with its length in four bytes before it, the event in UTF-8 and the detail as it is stored,
 * which is encrypted; then, in eight bytes each, the sequence and the time in microseconds since 1970-01-01T00:00Z; then the 32 bytes
 * of the previous digest. Numbers are big-endian.
 */
final class AccountRows {

    static final String READ =
            "select seq, happened_at, event, detail, previous, digest from account_journal where account = ? order by seq";

    private static final byte[] DOMAIN = "renkei.account.row.v1\0".getBytes(StandardCharsets.US_ASCII);

    private AccountRows() {}

    /** @param detail sealed */
    record Row(long sequence, Instant at, String event, byte[] detail, Sha256 previous, Sha256 digest) {}

    static List<Row> read(Tx tx, UUID account) throws SQLException {
        return tx.query(READ, AccountRows::row, account);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"),
                Tx.instant(row, "happened_at"),
                row.getString("event"),
                row.getBytes("detail"),
                Sha256.ofDigest(row.getBytes("previous")),
                Sha256.ofDigest(row.getBytes("digest")));
    }

    /** What is wrong with a row that is to stand here; empty text when nothing is. */
    static String faultOf(UUID account, Row row, long expected, Sha256 previous) {
        if (row.sequence() != expected) {
            return "row " + expected + " is missing: row " + row.sequence() + " stands in its place";
        }
        if (!row.previous().equals(previous)) {
            return "the row does not name the digest of the row before it";
        }
        Sha256 digest = digest(account, row.sequence(), row.at(), row.event(), row.detail(), row.previous());
        return digest.equals(row.digest()) ? "" : "the digest does not fit the stored bytes of the row";
    }

    static Sha256 digest(UUID account, long sequence, Instant at, String event, byte[] detail, Sha256 previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + detail.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(DOMAIN);
            out.writeLong(account.getMostSignificantBits());
            out.writeLong(account.getLeastSignificantBits());
            sized(out, event.getBytes(StandardCharsets.UTF_8));
            sized(out, detail);
            out.writeLong(sequence);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            out.write(previous.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return Sha256.of(bytes.toByteArray());
    }

    private static void sized(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
