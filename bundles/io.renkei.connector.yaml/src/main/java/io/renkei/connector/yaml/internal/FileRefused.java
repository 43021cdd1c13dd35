package io.renkei.connector.yaml.internal;

import java.util.List;

/** A file is no connector; the message lists everything that is wrong, a line each. */
final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    FileRefused(List<String> faults, int untold) {
        super("- " + String.join("\n- ", faults) + (untold == 0 ? "" : "\n- and " + untold + " more"));
        this.faults = List.copyOf(faults);
    }

    /** Those that are told, a sentence each. */
    List<String> faults() {
        return faults;
    }
}
