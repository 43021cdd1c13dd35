package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks for all destinations at once where something is to be asked, among those at which nothing was open lately. Of a
 * thousand of them each would else look for itself, and find nothing.
 */
final class IdleLanes {

    private final Kernel kernel;
    private final Supplier<Collection<LaneInstance>> lanes;

    IdleLanes(Kernel kernel, Supplier<Collection<LaneInstance>> lanes) {
        this.kernel = kernel;
        this.lanes = lanes;
    }

    /** Has each asked at which something is to be asked; may wait for the database. */
    void look() {
        Map<DestinationId, LaneInstance> idle = lanes.get().stream()
                .filter(lane -> lane.polls().rests())
                .collect(Collectors.toMap(LaneInstance::destination, Function.identity()));
        if (idle.isEmpty()) {
            return;
        }
        Set<DestinationId> toAsk = new HashSet<>(kernel.filings().toAsk(idle.keySet()));
        kernel.notices().get().ifPresent(notices -> toAsk.addAll(notices.withReceiptsDue(idle.keySet())));
        idle.values().stream()
                .filter(lane ->
                        toAsk.contains(lane.destination()) || lane.polls().isDue())
                .forEach(lane -> lane.polls().call());
    }
}
