package io.renkei.format.zip.internal;

import io.renkei.format.zip.ZipLimits;
import io.renkei.ports.packages.PackageRefused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What an entry may be by what the directory says about it; counts the total of one ZIP. */
final class EntryRules {

    private static final int ENCRYPTED_FLAGS = 1 | 1 << 6 | 1 << 13;
    private static final int UNIX_TYPE = 0xF000;
    private static final int UNIX_FOLDER = 0x4000;
    private static final int UNIX_FILE = 0x8000;
    private static final int UNICODE_PATH = 0x7075;
    private static final int UNICODE_PATH_HEAD = 5;

    private final ZipLimits limits;
    private long total;

    EntryRules(ZipLimits limits) {
        this.limits = limits;
    }

    void check(ZipArchiveEntry entry, String name) throws PackageRefused {
        if ((entry.getRawFlag() & ENCRYPTED_FLAGS) != 0) {
            throw ZipCode.ENCRYPTED.at(name);
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw ZipCode.METHOD.at(name);
        }
        boolean folder = name.endsWith("/");
        int type = (int) (entry.getExternalAttributes() >>> 16) & UNIX_TYPE;
        if ((type != 0 && type != (folder ? UNIX_FOLDER : UNIX_FILE)) || (folder && entry.getSize() != 0)) {
            throw ZipCode.SPECIAL.at(name);
        }
        byte[] extra = entry.getCentralDirectoryExtra();
        checkUnicodePath(new Little(extra).extra(0, extra.length, UNICODE_PATH), name);
        checkSize(entry.getSize(), entry.getCompressedSize(), name);
    }

    private void checkSize(long size, long packed, String name) throws PackageRefused {
        if (size > limits.entryBytes()) {
            throw ZipCode.ENTRY_TOO_LARGE.at(name, limits.entryBytes());
        }
        total += size;
        if (total > limits.totalBytes()) {
            throw ZipCode.TOTAL_TOO_LARGE.at(name, limits.totalBytes());
        }
        if (size > packed * limits.ratio()) {
            throw ZipCode.RATIO.at(name, limits.ratio());
        }
    }

    /** The name that Info-ZIP's field 0x7075 repeats in UTF-8 (APPNOTE 4.6.9) has to be the name. */
    static void checkUnicodePath(Optional<byte[]> field, String name) throws PackageRefused {
        if (field.isPresent()) {
            byte[] content = field.get();
            int length = content.length - UNICODE_PATH_HEAD;
            if (length < 0 || !name.equals(new String(content, UNICODE_PATH_HEAD, length, StandardCharsets.UTF_8))) {
                throw ZipCode.HEADERS_DIFFER.at(name);
            }
        }
    }

    static void checkLocalPath(Little zip, long extra, int length, String name) throws PackageRefused {
        checkUnicodePath(zip.extra(extra, length, UNICODE_PATH), name);
    }
}
