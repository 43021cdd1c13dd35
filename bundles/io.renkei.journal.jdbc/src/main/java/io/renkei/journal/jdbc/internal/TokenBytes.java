package io.renkei.journal.jdbc.internal;

import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.api.spi.TokenVault.Tokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Tokens as the bytes that are encrypted: the expiry in eight bytes of microseconds since 1970-01-01T00:00Z, then each
 * token with its length in four bytes before it, in UTF-8. Numbers are big-endian.
 */
final class TokenBytes {

    private static final int LONGEST = 16 * 1024;

    private TokenBytes() {}

    /** @throws IllegalArgumentException if a token has more than 16 KiB */
    static byte[] write(Fresh fresh) {
        byte[] access = fresh.accessToken().getBytes(StandardCharsets.UTF_8);
        byte[] refresh = fresh.refreshToken().getBytes(StandardCharsets.UTF_8);
        if (access.length > LONGEST || refresh.length > LONGEST) {
            throw new IllegalArgumentException("a token has at most " + LONGEST + " bytes");
        }
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + access.length + refresh.length)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, fresh.accessExpires()))
                .putInt(access.length)
                .put(access)
                .putInt(refresh.length)
                .put(refresh)
                .array();
    }

    static Tokens read(byte[] bytes, long version) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Instant expires = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
        String access = text(in);
        return new Tokens(access, expires, text(in), version);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
