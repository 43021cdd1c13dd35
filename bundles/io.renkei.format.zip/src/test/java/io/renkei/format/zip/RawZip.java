package io.renkei.format.zip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIPs byte by byte, so that each field can lie. */
final class RawZip {

    static final int UTF8 = 1 << 11;
    static final int LATER = 1 << 3;

    /** One header; the directory's and the entry's own start equal. */
    static final class Header {
        byte[] name;
        int flags;
        int method;
        long crc;
        long packed;
        long size;
        byte[] extra = {};
        long attributes;
        long offset;
        byte[] comment = {};

        Header copy() {
            Header copy = new Header();
            copy.name = name;
            copy.flags = flags;
            copy.method = method;
            copy.crc = crc;
            copy.packed = packed;
            copy.size = size;
            copy.extra = extra;
            copy.attributes = attributes;
            copy.offset = offset;
            return copy;
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Header> central = new ArrayList<>();
    private byte[] comment = {};
    private int countOffset;

    RawZip deflated(String name, byte[] content) {
        return entry(name.getBytes(StandardCharsets.UTF_8), UTF8, 8, content, h -> {}, h -> {});
    }

    RawZip stored(String name, byte[] content) {
        return entry(name.getBytes(StandardCharsets.UTF_8), UTF8, 0, content, h -> {}, h -> {});
    }

    /** An entry whose directory header is changed after its own header was written. */
    RawZip lying(String name, byte[] content, Consumer<Header> directoryLie) {
        return entry(name.getBytes(StandardCharsets.UTF_8), UTF8, 8, content, h -> {}, directoryLie);
    }

    /** An entry whose two headers tell the same lie. */
    RawZip both(String name, byte[] content, Consumer<Header> lie) {
        return entry(name.getBytes(StandardCharsets.UTF_8), UTF8, 8, content, lie, h -> {});
    }

    RawZip entry(
            byte[] name,
            int flags,
            int method,
            byte[] content,
            Consumer<Header> bothLie,
            Consumer<Header> directoryLie) {
        byte[] data = method == 8 ? deflate(content) : content;
        CRC32 sum = new CRC32();
        sum.update(content);
        Header header = new Header();
        header.name = name;
        header.flags = flags;
        header.method = method;
        header.crc = sum.getValue();
        header.packed = data.length;
        header.size = content.length;
        header.offset = out.size();
        bothLie.accept(header);
        Header listed = header.copy();
        directoryLie.accept(listed);
        central.add(listed);
        boolean later = (header.flags & LATER) != 0;
        number(out, 0x04034b50L, 4);
        number(out, 20, 2);
        common(out, header, later);
        out.writeBytes(header.name);
        out.writeBytes(header.extra);
        out.writeBytes(data);
        if (later) {
            number(out, 0x08074b50L, 4);
            number(out, header.crc, 4);
            number(out, header.packed, 4);
            number(out, header.size, 4);
        }
        return this;
    }

    /** Bytes between the entries that the directory does not list. */
    RawZip stray(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    RawZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    RawZip countOff(int by) {
        countOffset = by;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        int start = all.size();
        for (Header header : central) {
            number(all, 0x02014b50L, 4);
            number(all, 0x0314, 2);
            number(all, 20, 2);
            common(all, header, false);
            number(all, header.comment.length, 2);
            number(all, 0, 2);
            number(all, 0, 2);
            number(all, header.attributes, 4);
            number(all, header.offset, 4);
            all.writeBytes(header.name);
            all.writeBytes(header.extra);
            all.writeBytes(header.comment);
        }
        int size = all.size() - start;
        number(all, 0x06054b50L, 4);
        number(all, 0, 4);
        number(all, central.size() + countOffset, 2);
        number(all, central.size() + countOffset, 2);
        number(all, size, 4);
        number(all, start, 4);
        number(all, comment.length, 2);
        all.writeBytes(comment);
        return all.toByteArray();
    }

    private static void common(ByteArrayOutputStream to, Header header, boolean later) {
        number(to, header.flags, 2);
        number(to, header.method, 2);
        number(to, 0, 4);
        number(to, later ? 0 : header.crc, 4);
        number(to, later ? 0 : header.packed, 4);
        number(to, later ? 0 : header.size, 4);
        number(to, header.name.length, 2);
        number(to, header.extra.length, 2);
    }

    private static void number(ByteArrayOutputStream to, long value, int length) {
        for (int i = 0; i < length; i++) {
            to.write((int) (value >>> 8 * i));
        }
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        byte[] step = new byte[4096];
        while (!deflater.finished()) {
            to.write(step, 0, deflater.deflate(step));
        }
        deflater.end();
        return to.toByteArray();
    }
}
