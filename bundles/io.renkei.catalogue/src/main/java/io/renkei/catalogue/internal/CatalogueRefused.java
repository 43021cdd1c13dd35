package io.renkei.catalogue.internal;

import java.util.List;

/** The files are no catalogue; the message lists everything that is wrong, a line each. */
final class CatalogueRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    CatalogueRefused(List<String> faults, int untold) {
        super("- " + String.join("\n- ", faults) + (untold == 0 ? "" : "\n- and " + untold + " more"));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
