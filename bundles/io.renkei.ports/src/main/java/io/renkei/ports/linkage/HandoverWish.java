package io.renkei.ports.linkage;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import java.util.Map;
import java.util.Objects;

/**
 * What a site asks for.
 *
 * @param items which item under which condition, 1 to 61
 * @param purpose why, in the site's words, shown to the person as a quotation; 200 characters at most
 */
public record HandoverWish(Map<SelfInformationNumber, AttributeCondition> items, String purpose) {

    public HandoverWish {
        items = Map.copyOf(items);
        if (items.isEmpty() || items.size() > 61) {
            throw new IllegalArgumentException("a handover has 1 to 61 items");
        }
        Objects.requireNonNull(purpose, "purpose");
        if (purpose.length() > 200) {
            throw new IllegalArgumentException("a purpose has 200 characters at most");
        }
    }

    /** Without the purpose: it is the site's own words, which may name somebody. */
    @Override
    public String toString() {
        return "HandoverWish" + items.keySet();
    }
}
