package io.renkei.format.zip.internal;

import io.renkei.ports.packages.PackageRefused;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * An entry in its place, once its own header has said the same as the directory (APPNOTE 4.3.7, 4.3.9).
 *
 * @param start offset of the header
 * @param data offset of the content
 * @param end offset behind the content and its data descriptor
 */
record LocalHeader(int start, int data, int end) {

    private static final long LOCAL = 0x04034b50L;
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final int LENGTH = 30;
    private static final int ZIP64_EXTRA = 1;
    private static final int LATER = 1 << 3;
    /** Encryption, sizes in a descriptor, patch data, strong encryption, UTF-8 names, masked headers. */
    private static final int FLAGS = 1 | LATER | 1 << 5 | 1 << 6 | 1 << 11 | 1 << 13;

    /** @param directory offset of the directory, which no entry reaches into */
    static LocalHeader read(Little zip, int directory, ZipArchiveEntry entry, String name) throws PackageRefused {
        long at = entry.getLocalHeaderOffset();
        if (at + LENGTH > directory || zip.u32(at) != LOCAL) {
            throw ZipCode.HEADERS_DIFFER.at(name);
        }
        int nameLength = zip.u16(at + 26);
        int extraLength = zip.u16(at + 28);
        long extra = at + LENGTH + nameLength;
        long data = extra + extraLength;
        long dataEnd = data + entry.getCompressedSize();
        if (dataEnd > directory) {
            throw ZipCode.BROKEN.at(name);
        }
        if (zip.extra(extra, extraLength, ZIP64_EXTRA).isPresent()) {
            throw ZipCode.FORM.at(name);
        }
        boolean later = (zip.u16(at + 6) & LATER) != 0;
        if ((zip.u16(at + 6) & FLAGS) != (entry.getRawFlag() & FLAGS)
                || zip.u16(at + 8) != entry.getMethod()
                || !Arrays.equals(zip.part(at + LENGTH, nameLength), entry.getRawName())
                || !said(zip.u32(at + 14), entry.getCrc(), later)
                || !said(zip.u32(at + 18), entry.getCompressedSize(), later)
                || !said(zip.u32(at + 22), entry.getSize(), later)) {
            throw ZipCode.HEADERS_DIFFER.at(name);
        }
        EntryRules.checkLocalPath(zip, extra, extraLength, name);
        int descriptor = later ? descriptor(zip, directory, dataEnd, entry, name) : 0;
        return new LocalHeader((int) at, (int) data, (int) dataEnd + descriptor);
    }

    private static boolean said(long here, long there, boolean later) {
        return here == there || (later && here == 0);
    }

    /** The length of the data descriptor, with or without its signature. */
    private static int descriptor(Little zip, int directory, long at, ZipArchiveEntry entry, String name)
            throws PackageRefused {
        if (at + 16 <= directory && zip.u32(at) == DESCRIPTOR && agrees(zip, at + 4, entry)) {
            return 16;
        }
        if (at + 12 <= directory && agrees(zip, at, entry)) {
            return 12;
        }
        throw ZipCode.HEADERS_DIFFER.at(name);
    }

    private static boolean agrees(Little zip, long at, ZipArchiveEntry entry) {
        return zip.u32(at) == entry.getCrc()
                && zip.u32(at + 4) == entry.getCompressedSize()
                && zip.u32(at + 8) == entry.getSize();
    }
}
