package io.renkei.ports.evidence;

import io.renkei.api.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One batch, sealed.
 *
 * @param statement what the seal says
 * @param seal a compact JWS of type {@link #TYPE} over {@link Statement#bytes()}
 * @param stamp its timestamp, over the bytes of the JWS; empty while there is none
 */
public record Batch(Statement statement, String seal, Optional<Stamp> stamp) {

    /** The type of a root's seal. */
    public static final String TYPE = "renkei-root+jws";

    /** What the first batch names as the root before it. */
    public static final Sha256 START = Sha256.ofDigest(new byte[32]);

    public Batch {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(seal, "seal");
        Objects.requireNonNull(stamp, "stamp");
    }

    public long number() {
        return statement.number();
    }

    /** What is timestamped: the seal, and with it all that it says. */
    public byte[] stamped() {
        return seal.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What is sealed.
     *
     * @param number from 1, without a gap
     * @param root of the tree over the leaves
     * @param previous the root of the batch before, or {@link #START}
     * @param leaves how many
     * @param at when it was sealed, by the clock of the database
     */
    public record Statement(long number, Sha256 root, Sha256 previous, int leaves, Instant at) {

        public Statement {
            Objects.requireNonNull(root, "root");
            Objects.requireNonNull(previous, "previous");
            Objects.requireNonNull(at, "at");
            if (number < 1 || leaves < 1) {
                throw new IllegalArgumentException("batches count from 1, and none is empty");
            }
        }

        /** As JSON. Nothing in it has to be escaped. */
        public byte[] bytes() {
            return ("{\"batch\":" + number + ",\"root\":\"" + root.hex() + "\",\"previous\":\"" + previous.hex()
                            + "\",\"leaves\":" + leaves + ",\"sealed\":\"" + at + "\"}")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * A verified timestamp.
     *
     * @param token DER of the token (RFC 3161, 2.4.2); not copied
     * @param at the time in it, by the authority's clock
     * @param accuracy how far that may be off, as the authority says; empty where it says nothing
     */
    public record Stamp(byte[] token, Instant at, Optional<Duration> accuracy) {

        public Stamp {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(accuracy, "accuracy");
        }
    }
}
