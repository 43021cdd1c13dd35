package io.renkei.format.zip.internal;

import java.util.Arrays;
import java.util.Optional;

/** Reads little-endian numbers and extra fields at places that the caller has found inside the package. */
record Little(byte[] bytes) {

    int length() {
        return bytes.length;
    }

    int u16(long at) {
        int i = (int) at;
        return (bytes[i] & 0xFF) | (bytes[i + 1] & 0xFF) << 8;
    }

    long u32(long at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    byte[] part(long at, int length) {
        return Arrays.copyOfRange(bytes, (int) at, (int) at + length);
    }

    /** The content of the first extra field with this id; fields that do not fit end the search. */
    Optional<byte[]> extra(long at, int length, int id) {
        long end = at + length;
        long next = at;
        while (next + 4 <= end) {
            int size = u16(next + 2);
            if (next + 4 + size > end) {
                return Optional.empty();
            }
            if (u16(next) == id) {
                return Optional.of(part(next + 4, size));
            }
            next += 4 + size;
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Little[" + bytes.length + " bytes]";
    }
}
