package io.renkei.connector.yaml.internal;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one file, in the file's terms, so that all of it is told at once. For one thread. */
final class Faults {

    private static final int MOST = 100;

    private final List<String> lines = new ArrayList<>();
    private int untold;

    /** @param place file, line and path */
    void add(String place, String sentence) {
        String line = place + ": " + sentence;
        if (lines.contains(line)) {
            return;
        }
        if (lines.size() < MOST) {
            lines.add(line);
        } else {
            untold++;
        }
    }

    /** @throws FileRefused if there is any fault */
    void refuse() throws FileRefused {
        if (!lines.isEmpty()) {
            throw new FileRefused(lines, untold);
        }
    }
}
