package io.renkei.journal.jdbc.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Fields one after the other, each with its length before it (big-endian, 32 bits); what is not there has length -1. */
final class Fields {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    Fields field(byte[] value) {
        try {
            out.writeInt(value.length);
            out.write(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
    }

    Fields text(String value) {
        return field(value.getBytes(StandardCharsets.UTF_8));
    }

    /** As its own text. */
    Fields text(Optional<?> value) {
        if (value.isPresent()) {
            return text(value.get().toString());
        }
        try {
            out.writeInt(-1);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Reads them in the order in which they were written. */
    static final class Reader {

        private final ByteBuffer in;

        Reader(byte[] bytes) {
            this.in = ByteBuffer.wrap(bytes);
        }

        byte[] field() {
            byte[] value = new byte[in.getInt()];
            in.get(value);
            return value;
        }

        String text() {
            return new String(field(), StandardCharsets.UTF_8);
        }

        Optional<String> optional() {
            in.mark();
            if (in.getInt() < 0) {
                return Optional.empty();
            }
            in.reset();
            return Optional.of(text());
        }

        /** Whether something stands behind what was read. */
        boolean hasMore() {
            return in.hasRemaining();
        }

        Instant instant() {
            return Instant.parse(text());
        }
    }
}
