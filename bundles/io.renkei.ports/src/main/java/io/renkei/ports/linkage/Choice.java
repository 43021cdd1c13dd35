package io.renkei.ports.linkage;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.holdings.HoldingRef;
import java.util.Set;

/** What a person hands over: items of self-information, and deduction certificates one by one. */
public record Choice(Set<SelfInformationNumber> items, Set<HoldingRef> certificates) {

    public Choice {
        items = Set.copyOf(items);
        certificates = Set.copyOf(certificates);
    }

    public boolean isEmpty() {
        return items.isEmpty() && certificates.isEmpty();
    }
}
