package io.renkei.notices.internal;

import io.renkei.ports.announcements.InboxId;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;

/** Inboxes as text, one name a line, made while it is read. What the iterator throws passes through. */
final class InboxLines extends InputStream {

    private final Iterator<InboxId> inboxes;
    private byte[] line = new byte[0];
    private int at;
    private long count;

    InboxLines(Iterator<InboxId> inboxes) {
        this.inboxes = inboxes;
    }

    /** How many lines were made. */
    long count() {
        return count;
    }

    @Override
    public int read() {
        return fill() ? line[at++] : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int read = 0;
        while (read < length && fill()) {
            int part = Math.min(length - read, line.length - at);
            System.arraycopy(line, at, into, offset + read, part);
            at += part;
            read += part;
        }
        return read == 0 && length > 0 ? -1 : read;
    }

    private boolean fill() {
        if (at == line.length && inboxes.hasNext()) {
            line = (inboxes.next().value() + "\n").getBytes(StandardCharsets.US_ASCII);
            at = 0;
            count++;
        }
        return at < line.length;
    }
}
