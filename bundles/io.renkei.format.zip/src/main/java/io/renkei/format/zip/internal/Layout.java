package io.renkei.format.zip.internal;

import io.renkei.ports.packages.PackageRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places of the entries, which together fill a ZIP up to its directory. */
final class Layout {

    private record Placed(LocalHeader header, String name) {}

    private final List<Placed> entries = new ArrayList<>();

    void add(LocalHeader header, String name) {
        entries.add(new Placed(header, name));
    }

    /** @throws PackageRefused at a gap, where a streaming reader could find another file, and at an overlap */
    void close(int directory) throws PackageRefused {
        entries.sort(Comparator.comparingInt(placed -> placed.header().start()));
        int expected = 0;
        for (Placed placed : entries) {
            if (placed.header().start() != expected) {
                throw ZipCode.UNLISTED.at(placed.name());
            }
            expected = placed.header().end();
        }
        if (expected != directory) {
            throw ZipCode.UNLISTED.at("");
        }
    }
}
