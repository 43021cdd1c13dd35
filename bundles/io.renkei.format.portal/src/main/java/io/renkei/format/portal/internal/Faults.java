package io.renkei.format.portal.internal;

import io.renkei.api.spi.PackageReader.FormatFault;
import java.util.ArrayList;
import java.util.List;

/** Faults of one document, as many as are told at once. */
final class Faults {

    /** One more says that there are more. */
    static final int MAX = 50;

    private final List<FormatFault> faults = new ArrayList<>();
    private boolean more;

    void add(FormatFault fault) {
        if (faults.size() < MAX) {
            faults.add(fault);
        } else {
            more = true;
        }
    }

    boolean isFull() {
        return more;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Whether something is said of that place already. */
    boolean has(String place, String code) {
        return faults.stream()
                .anyMatch(fault -> fault.place().equals(place) && fault.code().equals(code));
    }

    List<FormatFault> list() {
        List<FormatFault> all = new ArrayList<>(faults);
        if (more) {
            all.add(PortalCode.MORE.at("content"));
        }
        return all;
    }
}
