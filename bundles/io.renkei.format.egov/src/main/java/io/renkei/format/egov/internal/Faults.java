package io.renkei.format.egov.internal;

import io.renkei.api.spi.PackageReader.FormatFault;
import java.util.ArrayList;
import java.util.List;

/** Faults of one package, as many as are told at once. */
final class Faults {

    static final int MAX = 50;

    private final List<FormatFault> faults = new ArrayList<>();

    void add(KouseiCode code, String place) {
        if (faults.size() < MAX) {
            faults.add(code.at(place));
        } else if (faults.size() == MAX) {
            faults.add(KouseiCode.MORE.at("package"));
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<FormatFault> list() {
        return List.copyOf(faults);
    }
}
