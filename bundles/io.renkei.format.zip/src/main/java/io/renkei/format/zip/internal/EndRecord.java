package io.renkei.format.zip.internal;

import io.renkei.ports.packages.PackageRefused;

/**
 * Where the directory stands, once it is certain that it is the only one: it reaches exactly to the end record, the end
 * record with its comment to the last byte, and it holds as many headers as the record says (APPNOTE 4.3.12, 4.3.16).
 *
 * @param directory offset of the first central header, in bytes
 * @param entries number of central headers
 */
record EndRecord(int directory, int entries) {

    private static final long END = 0x06054b50L;
    private static final long LOCATOR_64 = 0x07064b50L;
    private static final long CENTRAL = 0x02014b50L;
    private static final int ZIP64_EXTRA = 1;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ALL_16 = 0xFFFF;
    private static final long ALL_32 = 0xFFFFFFFFL;

    /** @throws PackageRefused also when there are more entries than allowed, before any of them is looked at */
    static EndRecord find(Little zip, int mostEntries) throws PackageRefused {
        int at = position(zip);
        int count = zip.u16(at + 10);
        long size = zip.u32(at + 12);
        long offset = zip.u32(at + 16);
        boolean wide = count == ALL_16 || size == ALL_32 || offset == ALL_32;
        boolean located = at >= LOCATOR_LENGTH && zip.u32(at - LOCATOR_LENGTH) == LOCATOR_64;
        boolean volumes = zip.u16(at + 4) != 0 || zip.u16(at + 6) != 0 || zip.u16(at + 8) != count;
        if (wide || located || volumes) {
            throw ZipCode.FORM.at("");
        }
        if (count > mostEntries) {
            throw ZipCode.TOO_MANY_ENTRIES.at("", mostEntries);
        }
        if (offset + size != at) {
            throw (offset + size > at ? ZipCode.BROKEN : ZipCode.UNLISTED).at("");
        }
        if (count == 0) {
            throw (at == 0 ? ZipCode.EMPTY : ZipCode.UNLISTED).at("");
        }
        walk(zip, (int) offset, count, at);
        return new EndRecord((int) offset, count);
    }

    private static int position(Little zip) throws PackageRefused {
        int last = zip.length() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - ALL_16); at--) {
            if (zip.u32(at) == END) {
                if (at + END_LENGTH + zip.u16(at + 20) != zip.length()) {
                    throw ZipCode.UNLISTED.at("");
                }
                return at;
            }
        }
        throw ZipCode.BROKEN.at("");
    }

    private static void walk(Little zip, int start, int count, int end) throws PackageRefused {
        long at = start;
        for (int i = 1; i <= count; i++) {
            String place = "#" + i;
            if (at + CENTRAL_LENGTH > end || zip.u32(at) != CENTRAL) {
                throw ZipCode.BROKEN.at(place);
            }
            int name = zip.u16(at + 28);
            int extra = zip.u16(at + 30);
            long next = at + CENTRAL_LENGTH + name + extra + zip.u16(at + 32);
            if (next > end) {
                throw ZipCode.BROKEN.at(place);
            }
            boolean wide = zip.u32(at + 20) == ALL_32 || zip.u32(at + 24) == ALL_32 || zip.u32(at + 42) == ALL_32;
            boolean elsewhere = zip.u16(at + 34) != 0;
            if (wide
                    || elsewhere
                    || zip.extra(at + CENTRAL_LENGTH + name, extra, ZIP64_EXTRA).isPresent()) {
                throw ZipCode.FORM.at(place);
            }
            at = next;
        }
        if (at != end) {
            throw ZipCode.UNLISTED.at("");
        }
    }
}
