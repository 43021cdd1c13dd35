package io.renkei.intake.internal;

import io.renkei.api.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;

/**
 * A package in memory.
 *
 * @param bytes as received, or the first of them when there are too many
 * @param digest over {@code bytes}
 * @param tooLarge whether there are more than were to be read
 */
record Body(byte[] bytes, Sha256 digest, boolean tooLarge) {

    /** Reads and hashes up to the limit, and not more than one byte beyond it. */
    static Body read(InputStream in, int limit) throws IOException {
        DigestInputStream counted = Sha256.counting(in);
        byte[] bytes = counted.readNBytes(limit);
        return new Body(bytes, Sha256.of(counted), in.read() >= 0);
    }
}
