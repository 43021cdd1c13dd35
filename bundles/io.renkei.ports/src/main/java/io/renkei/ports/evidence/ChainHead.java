package io.renkei.ports.evidence;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The end of one application's hash chain when it was gathered: one leaf of a batch.
 *
 * @param sequence of the last row, from 1
 * @param digest of the last row, which commits to all before it
 */
public record ChainHead(ArrivalNumber application, long sequence, Sha256 digest) {

    /** How a leaf is made of it, for who checks it. */
    public static final String LEAF =
            "SHA-256 over: a zero byte; the text renkei.journal.head.v1 and a zero byte; the arrival number in ASCII with its"
                    + " length in four bytes before it; the sequence in eight bytes; the 32 bytes of the digest. Numbers are"
                    + " big-endian.";

    private static final byte[] DOMAIN = "renkei.journal.head.v1\0".getBytes(StandardCharsets.US_ASCII);

    public ChainHead {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(digest, "digest");
    }

    /** The hash of its leaf. */
    public Sha256 leaf() {
        byte[] number = application.digits().getBytes(StandardCharsets.US_ASCII);
        byte[] last = digest.bytes();
        return MerkleTree.leaf(ByteBuffer.allocate(DOMAIN.length + 4 + number.length + 8 + last.length)
                .put(DOMAIN)
                .putInt(number.length)
                .put(number)
                .putLong(sequence)
                .put(last)
                .array());
    }
}
