package io.renkei.ports.linkage;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a site asks for.
 *
 * @param items which item under which condition, 61 at most; one at least unless certificates are asked for
 * @param purpose why, in the site's words, shown to the person as a quotation; 200 characters at most
 * @param deductions which deduction certificates, if any
 */
public record HandoverWish(
        Map<SelfInformationNumber, AttributeCondition> items, String purpose, Optional<DeductionWish> deductions) {

    public HandoverWish {
        items = Map.copyOf(items);
        Objects.requireNonNull(deductions, "deductions");
        if (items.isEmpty() && deductions.isEmpty() || items.size() > 61) {
            throw new IllegalArgumentException("a handover has 1 to 61 items, or certificates");
        }
        Objects.requireNonNull(purpose, "purpose");
        if (purpose.length() > 200) {
            throw new IllegalArgumentException("a purpose has 200 characters at most");
        }
    }

    /** Of items alone. */
    public HandoverWish(Map<SelfInformationNumber, AttributeCondition> items, String purpose) {
        this(items, purpose, Optional.empty());
    }

    /** Without the purpose: it is the site's own words, which may name somebody. */
    @Override
    public String toString() {
        return "HandoverWish" + items.keySet()
                + deductions.map(DeductionWish::kinds).orElse(Set.of());
    }
}
