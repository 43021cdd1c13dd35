package io.renkei.catalogue.internal;

import io.renkei.api.model.ItemId;
import io.renkei.api.model.ProcedureId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One procedure in one period.
 *
 * @param items each with whether it is required, in the order of items.yaml; empty while they are unknown, so that the
 *     procedure is not offered yet
 */
record Procedure(
        ProcedureId id,
        String nameJa,
        Set<String> lifeEvents,
        Period valid,
        List<DestinationRule> destinations,
        Optional<Map<ItemId, Boolean>> items) {

    /** What an official identifier names in a period. */
    record OfficialId(String value, Period valid, ProcedureId procedure) {}
}
