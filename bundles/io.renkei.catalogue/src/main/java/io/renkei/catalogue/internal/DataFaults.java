package io.renkei.catalogue.internal;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with the files, in the files' terms. */
final class DataFaults {

    private static final int MOST = 200;

    private final List<String> lines = new ArrayList<>();
    private int untold;

    void add(String file, String path, String sentence) {
        if (lines.size() < MOST) {
            lines.add(path.isEmpty() ? file + ": " + sentence : file + ": " + path + ": " + sentence);
        } else {
            untold++;
        }
    }

    boolean none() {
        return lines.isEmpty();
    }

    /** @throws CatalogueRefused if there is any fault */
    void refuse() throws CatalogueRefused {
        if (!none()) {
            throw new CatalogueRefused(lines, untold);
        }
    }
}
