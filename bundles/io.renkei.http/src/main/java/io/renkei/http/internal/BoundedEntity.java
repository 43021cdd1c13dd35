package io.renkei.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** An answer whose every way to be read leads through one bounded stream. */
final class BoundedEntity extends HttpEntityWrapper {

    private final Deadline deadline;
    private final long mostBytes;
    private BoundedStream stream;

    BoundedEntity(HttpEntity entity, Deadline deadline, long mostBytes) {
        super(entity);
        this.deadline = deadline;
        this.mostBytes = mostBytes;
    }

    /** The same each time: an answer is read once. */
    @Override
    public InputStream getContent() throws IOException {
        return content();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = content()) {
            in.transferTo(out);
        }
    }

    /** Gives up what was not read. */
    @Override
    public void close() throws IOException {
        content().close();
    }

    private BoundedStream content() throws IOException {
        if (stream == null) {
            stream = new BoundedStream(super.getContent(), deadline, mostBytes, getContentLength());
        }
        return stream;
    }
}
