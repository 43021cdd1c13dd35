package io.renkei.catalogue.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.ItemId;
import java.util.Optional;

/**
 * Where a procedure goes.
 *
 * @param fixed always there; empty where an item names the instance
 * @param kind of destination
 * @param instance the item whose value is the instance; the procedure goes there only if it is given
 * @param individualNumber whether an individual number is released to it
 */
record DestinationRule(
        Optional<DestinationId> fixed, String kind, Optional<ItemId> instance, boolean individualNumber) {

    /** How destinations.yaml lists it. */
    String listedAs() {
        return fixed.map(DestinationId::value).orElse(kind + ".*");
    }
}
