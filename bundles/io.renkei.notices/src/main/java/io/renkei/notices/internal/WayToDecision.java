package io.renkei.notices.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a verified decision does to its filing. A decision proves that the destination has the filing, so one whose
 * outcome was unknown, or that waits to be sent (again), is taken as transmitted: it must not go out a second time.
 */
final class WayToDecision {

    /** The events that a decision may stand for, the plainest first. */
    private static final List<FilingEvent> STEPS =
            List.of(FilingEvent.DECISION_MADE, FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.PARK_ORDERED);

    private WayToDecision() {}

    /** Empty when the filing is decided (and closed) already, or final otherwise. */
    static Optional<Change> of(FilingView filing, boolean closes) {
        List<FilingEvent> events = new ArrayList<>(toDecided(filing.state()));
        boolean decided = !events.isEmpty() || filing.state() == FilingState.DECIDED;
        if (closes && decided) {
            events.add(FilingEvent.PROCEDURE_CLOSED);
        }
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(
                        filing.key(),
                        filing.version(),
                        events,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The shortest legal way. */
    private static List<FilingEvent> toDecided(FilingState from) {
        Map<FilingState, List<FilingEvent>> ways = new EnumMap<>(FilingState.class);
        ways.put(from, List.of());
        Deque<FilingState> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !ways.containsKey(FilingState.DECIDED)) {
            FilingState state = next.removeFirst();
            for (FilingEvent step : STEPS) {
                FilingLifecycle.next(state, step)
                        .filter(to -> !ways.containsKey(to))
                        .ifPresent(to -> {
                            List<FilingEvent> way = new ArrayList<>(ways.get(state));
                            way.add(step);
                            ways.put(to, way);
                            next.addLast(to);
                        });
            }
        }
        return ways.getOrDefault(FilingState.DECIDED, List.of());
    }
}
