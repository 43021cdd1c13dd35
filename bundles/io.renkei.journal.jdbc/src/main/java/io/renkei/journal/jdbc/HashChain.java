package io.renkei.journal.jdbc;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import io.renkei.ports.state.JournalRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Hashes and verifies the journal of an application.
 *
 * <p>The digest of a row is SHA-256 over: the domain {@code renkei.journal.row.v1} and a zero byte; then, each with its
 * length in four bytes before it, the arrival number, the filing key (empty text for the application's own rows), the
 * event and the detail, all in UTF-8; then, in eight bytes each, the sequence and the time in microseconds since
 * 1970-01-01T00:00Z; then the 32 bytes of the previous digest. Numbers are big-endian.
 *
 * <p>A chain alone does not show that rows were cut off its end; whoever holds a later digest sees that.
 */
public final class HashChain {

    /** What stands before the first row. */
    public static final Sha256 START = Sha256.ofDigest(new byte[32]);

    private static final byte[] DOMAIN = "renkei.journal.row.v1\0".getBytes(StandardCharsets.US_ASCII);

    private HashChain() {}

    /**
     * Where a chain is broken.
     *
     * @param sequence the place of the first row that is wrong, from 1
     * @param sentence what is wrong with it
     */
    public record Break(long sequence, String sentence) {}

    /** Makes the row that follows {@code previous}; the time is cut to microseconds, which is what is stored. */
    public static JournalRow link(
            ArrivalNumber application,
            long sequence,
            Instant at,
            Optional<FilingKey> filing,
            String event,
            String detail,
            Sha256 previous) {
        Instant stored = at.truncatedTo(ChronoUnit.MICROS);
        Sha256 digest = digest(application, sequence, stored, filing, event, detail, previous);
        return new JournalRow(application, sequence, stored, filing, event, detail, previous, digest);
    }

    /**
     * Walks a time line, oldest row first.
     *
     * @return the first row that was changed, dropped, moved or put in later; empty when there is none
     */
    public static Optional<Break> verify(List<JournalRow> timeLine) {
        Sha256 previous = START;
        long expected = 1;
        for (JournalRow row : timeLine) {
            String fault = faultOf(row, timeLine.get(0).application(), expected, previous);
            if (fault != null) {
                return Optional.of(new Break(expected, fault));
            }
            previous = row.digest();
            expected++;
        }
        return Optional.empty();
    }

    private static String faultOf(JournalRow row, ArrivalNumber application, long expected, Sha256 previous) {
        if (!row.application().equals(application)) {
            return "the row belongs to another application";
        }
        if (row.sequence() != expected) {
            return "row " + expected + " is missing: row " + row.sequence() + " stands in its place";
        }
        if (!row.previous().equals(previous)) {
            return "the row does not name the digest of the row before it";
        }
        Sha256 digest = digest(
                row.application(), row.sequence(), row.at(), row.filing(), row.event(), row.detail(), row.previous());
        return digest.equals(row.digest()) ? null : "the digest does not fit the stored bytes of the row";
    }

    private static Sha256 digest(
            ArrivalNumber application,
            long sequence,
            Instant at,
            Optional<FilingKey> filing,
            String event,
            String detail,
            Sha256 previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + detail.length());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(DOMAIN);
            text(out, application.digits());
            text(out, filing.map(FilingKey::toString).orElse(""));
            text(out, event);
            text(out, detail);
            out.writeLong(sequence);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            out.write(previous.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
