package io.renkei.catalogue.internal;

import io.renkei.ports.catalogue.Catalogue.RuleFault;
import java.util.ArrayList;
import java.util.List;

/** Gathers the faults of one package, a hundred at most. */
final class RuleFaults {

    static final int MOST = 100;

    private final List<RuleFault> faults = new ArrayList<>();

    void add(RuleFault fault) {
        if (faults.size() < MOST - 1) {
            faults.add(fault);
        } else if (faults.size() == MOST - 1) {
            faults.add(CatalogueCode.MORE_FAULTS.at(""));
        }
    }

    boolean none() {
        return faults.isEmpty();
    }

    List<RuleFault> all() {
        return List.copyOf(faults);
    }
}
