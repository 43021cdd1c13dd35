package io.renkei.journal.jdbc.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file over {@link RandomAccessFile}, whose mode {@code rwd} is O_DSYNC. A channel of {@code FileChannel.open} would
 * be closed, for everybody, by the interrupt of one thread that reads or writes through it.
 */
final class DsyncFile extends FileBaseDefault {

    private final RandomAccessFile file;

    DsyncFile(Path path, String mode) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), mode);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        int length = target.remaining();
        if (length == 0) {
            return 0;
        }
        byte[] bytes = new byte[length];
        file.seek(position);
        int count = file.read(bytes);
        if (count > 0) {
            target.put(bytes, 0, count);
        }
        return count;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        file.seek(position);
        if (source.hasArray()) {
            file.write(source.array(), source.arrayOffset() + source.position(), length);
            source.position(source.limit());
        } else {
            byte[] bytes = new byte[length];
            source.get(bytes);
            file.write(bytes);
        }
        return length;
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        if (size < file.length()) {
            file.setLength(size);
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.getFD().sync();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.getChannel().tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
