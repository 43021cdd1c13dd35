package io.renkei.tools.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The time line of an application as its evidence carries it.
 *
 * @param rows how many
 * @param good whether each row has its digest and names that of the one before, without a gap from the first on
 */
record TimeLine(int rows, boolean good) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] MARK = "renkei.journal.row.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> TEXTS = List.of("application", "filing", "event", "detail");
    private static final int DIGEST_BYTES = 32;

    /** Computes it anew, as {@code digest_is} in the file says. */
    static TimeLine of(byte[] journal) {
        int count = 0;
        try {
            byte[] previous = new byte[DIGEST_BYTES];
            for (JsonNode row : JSON.readTree(journal).path("rows")) {
                byte[] digest = digest(row, previous);
                boolean follows = row.path("previous").asText().equals(hex(previous))
                        && row.path("digest").asText().equals(hex(digest));
                if (!follows) {
                    return new TimeLine(count, false);
                }
                previous = digest;
                count++;
            }
            return new TimeLine(count, count > 0);
        } catch (IOException | DateTimeException e) {
            return new TimeLine(count, false);
        }
    }

    private static byte[] digest(JsonNode row, byte[] previous) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(MARK);
        for (String member : TEXTS) {
            byte[] text = row.path(member).asText().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        out.writeLong(row.path("sequence").asLong());
        out.writeLong(ChronoUnit.MICROS.between(
                Instant.EPOCH, Instant.parse(row.path("at").asText())));
        out.write(previous);
        return Sha256.of(bytes.toByteArray()).bytes();
    }

    private static String hex(byte[] digest) {
        return Sha256.ofDigest(digest).hex();
    }
}
