package io.renkei.intake.internal;

import io.renkei.api.spi.PackageReader.FormatFault;
import io.renkei.ports.catalogue.Catalogue.RuleFault;
import io.renkei.ports.intake.Fault;
import io.renkei.ports.trust.TrustFault;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the stages find, in the one form in which doors answer, {@value #MOST} at most. */
final class Faults {

    static final int MOST = 200;

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        if (faults.size() < MOST - 1) {
            faults.add(fault);
        } else if (faults.size() == MOST - 1) {
            faults.add(IntakeCode.MORE_FAULTS.at("", MOST));
        }
    }

    void format(FormatFault fault) {
        add(new Fault(fault.code(), fault.place(), fault.sentence(), fault.sentenceJa()));
    }

    void trust(String document, TrustFault fault) {
        String place = fault.place().isEmpty() ? document : document + "/" + fault.place();
        add(new Fault(fault.code(), place, fault.sentence(), fault.sentenceJa()));
    }

    void rule(RuleFault fault) {
        add(new Fault(fault.code(), fault.place(), fault.sentence(), fault.sentenceJa()));
    }

    boolean none() {
        return faults.isEmpty();
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }
}
