package io.renkei.journal.jdbc.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads a body chunk by chunk. No byte of a chunk is handed on before the whole chunk is authenticated. */
final class OpenedBody extends InputStream {

    /** Where sealed chunks come from. */
    interface Chunks {
        Optional<byte[]> read(int index) throws IOException;
    }

    private final UUID id;
    private final byte[] key;
    private final int chunks;
    private final long size;
    private final Chunks source;
    private byte[] plain = new byte[0];
    private int position;
    private int next;
    private long opened;

    OpenedBody(UUID id, byte[] key, int chunks, long size, Chunks source) {
        this.id = id;
        this.key = key;
        this.chunks = chunks;
        this.size = size;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return more() ? plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(plain, position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return plain.length - position;
    }

    private boolean more() throws IOException {
        while (position == plain.length && next < chunks) {
            byte[] sealed = source.read(next)
                    .orElseThrow(
                            () -> new IOException("JOURNAL-023: chunk " + next + " of body " + id + " is missing"));
            try {
                plain = Seal.open(key, Seal.chunkContext(id, next, next == chunks - 1), sealed);
            } catch (GeneralSecurityException e) {
                throw new IOException("JOURNAL-023: chunk " + next + " of body " + id + " was changed or moved", e);
            }
            position = 0;
            next++;
            opened += plain.length;
        }
        if (position < plain.length) {
            return true;
        }
        if (opened != size) {
            throw new IOException("JOURNAL-023: body " + id + " does not have the size that was stored with it");
        }
        return false;
    }
}
