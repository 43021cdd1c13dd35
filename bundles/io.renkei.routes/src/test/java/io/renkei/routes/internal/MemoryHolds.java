package io.renkei.routes.internal;

import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.Holds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds in memory. */
final class MemoryHolds implements Holds {

    private final Clock clock;
    private final Map<Hold.Subject, Hold> held = new ConcurrentHashMap<>();

    MemoryHolds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Hold> holds() {
        return held.values().stream()
                .filter(hold -> !hold.isOver(clock.instant()))
                .toList();
    }

    @Override
    public void put(Hold hold) {
        held.put(hold.subject(), hold);
    }

    @Override
    public boolean lift(Hold.Subject subject) {
        return held.remove(subject) != null;
    }
}
