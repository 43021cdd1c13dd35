package io.renkei.trust.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is made while it is read. For one reader. */
final class PulledZip extends InputStream {

    private static final int PIECE = 8_192;

    private final Pieces made = new Pieces();
    private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
    private final Iterator<File> files;
    private final LocalDateTime time;
    private InputStream current = InputStream.nullInputStream();
    private boolean inEntry;
    private boolean finished;

    /**
     * @param plain whether it is stored as it is, which only one that is in memory can be
     * @param body opened when its turn comes
     */
    record File(String name, boolean plain, Body body) {}

    interface Body {
        InputStream open() throws IOException;
    }

    PulledZip(List<File> files, Instant time) {
        this.files = files.iterator();
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (made.isEmpty()) {
            if (finished) {
                return -1;
            }
            make();
        }
        return made.take(into, offset, length);
    }

    /** One step: a piece of the present file, the next file, or the end. */
    private void make() throws IOException {
        byte[] piece = new byte[PIECE];
        int read = current.read(piece);
        if (read >= 0) {
            zip.write(piece, 0, read);
            return;
        }
        current.close();
        if (inEntry) {
            zip.closeEntry();
            inEntry = false;
        }
        if (files.hasNext()) {
            begin(files.next());
        } else {
            zip.finish();
            finished = true;
        }
    }

    private void begin(File file) throws IOException {
        ZipEntry entry = new ZipEntry(file.name());
        entry.setTimeLocal(time);
        current = file.body().open();
        if (file.plain()) {
            byte[] bytes = current.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(bytes);
        } else {
            zip.putNextEntry(entry);
        }
        inEntry = true;
    }

    @Override
    public void close() throws IOException {
        finished = true;
        current.close();
        zip.close();
    }

    /** What was made and not read yet. */
    private static final class Pieces extends ByteArrayOutputStream {

        private int from;

        boolean isEmpty() {
            return from == count;
        }

        int take(byte[] into, int offset, int length) {
            int taken = Math.min(length, count - from);
            System.arraycopy(buf, from, into, offset, taken);
            from += taken;
            if (from == count) {
                from = 0;
                reset();
            }
            return taken;
        }
    }
}
