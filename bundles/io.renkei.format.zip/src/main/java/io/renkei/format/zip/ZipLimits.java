package io.renkei.format.zip;

import java.util.ArrayList;
import java.util.List;

/**
 * The bounds of a package.
 *
 * @param entries most entries of a ZIP, folders included; 1 to 10000
 * @param entryBytes largest file after decompression, in bytes; 1024 to 256 MiB
 * @param totalBytes largest sum of all files after decompression, in bytes; {@code entryBytes} to 1 GiB
 * @param ratio most bytes that one compressed byte of a file may become; 1 to 1100
 * @param nameCharacters longest name of an entry with its folders, in code points; 1 to 1000
 */
public record ZipLimits(int entries, int entryBytes, int totalBytes, int ratio, int nameCharacters) {

    /** As shipped. */
    public static final ZipLimits DEFAULTS = new ZipLimits(200, 20 << 20, 50 << 20, 100, 200);

    private static final int MEBI = 1 << 20;

    /** @throws IllegalArgumentException with all that is wrong, in the terms of the configuration file */
    public ZipLimits {
        List<String> faults = new ArrayList<>();
        range(faults, "entries.max", entries, 1, 10_000);
        range(faults, "entry.max.bytes", entryBytes, 1_024, 256 * MEBI);
        range(faults, "total.max.bytes", totalBytes, 1_024, 1_024 * MEBI);
        range(faults, "ratio.max", ratio, 1, 1_100);
        range(faults, "name.max.characters", nameCharacters, 1, 1_000);
        if (totalBytes < entryBytes) {
            faults.add("total.max.bytes is not below entry.max.bytes.");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("io.renkei.format.zip.cfg: " + String.join(" ", faults));
        }
    }

    private static void range(List<String> faults, String key, int value, int least, int most) {
        if (value < least || value > most) {
            faults.add(key + " lies between " + least + " and " + most + ".");
        }
    }
}
