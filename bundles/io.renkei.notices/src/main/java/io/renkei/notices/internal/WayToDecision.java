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
 * What a verified document does to its filing. It proves that the destination has the filing, so one whose outcome was
 * unknown, or that waits to be sent (again), is taken as transmitted: it must not go out a second time.
 */
final class WayToDecision {

    /** The events that a document may stand for, the plainest first. */
    private static final List<FilingEvent> STEPS =
            List.of(FilingEvent.DECISION_MADE, FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.PARK_ORDERED);

    private static final List<FilingEvent> STEPS_TO_CORRECTION =
            List.of(FilingEvent.CORRECTION_ASKED, FilingEvent.ARRIVAL_CONFIRMED, FilingEvent.PARK_ORDERED);

    private static final List<FilingEvent> STEPS_TO_REFUSAL =
            List.of(FilingEvent.REFUSAL_RECEIVED, FilingEvent.TRANSMISSION_CONFIRMED, FilingEvent.PARK_ORDERED);

    private WayToDecision() {}

    /** Empty when the filing is where the document leads already, or no legal way leads there. */
    static Optional<Change> of(FilingView filing, Effect effect) {
        return switch (effect) {
            case DECISION -> of(filing, false);
            case CLOSING -> of(filing, true);
            case CORRECTION ->
                returned(filing, way(filing.state(), FilingState.CORRECTION_REQUESTED, STEPS_TO_CORRECTION));
            case REFUSAL -> returned(filing, way(filing.state(), FilingState.REFUSED, STEPS_TO_REFUSAL));
            case NOTHING -> Optional.empty();
        };
    }

    /** Empty when the filing is decided (and closed) already, or final otherwise. */
    static Optional<Change> of(FilingView filing, boolean closes) {
        List<FilingEvent> events = new ArrayList<>(way(filing.state(), FilingState.DECIDED, STEPS));
        boolean decided = !events.isEmpty() || filing.state() == FilingState.DECIDED;
        if (closes && decided) {
            events.add(FilingEvent.PROCEDURE_CLOSED);
        }
        return change(filing, events, Optional.empty());
    }

    private static Optional<Change> returned(FilingView filing, List<FilingEvent> events) {
        return change(filing, events, Optional.of(NoticesCode.RETURNED.code()));
    }

    private static Optional<Change> change(FilingView filing, List<FilingEvent> events, Optional<String> cause) {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(
                        filing.key(), filing.version(), events, List.of(), Optional.empty(), cause, Optional.empty()));
    }

    /** The shortest legal way. */
    private static List<FilingEvent> way(FilingState from, FilingState goal, List<FilingEvent> steps) {
        Map<FilingState, List<FilingEvent>> ways = new EnumMap<>(FilingState.class);
        ways.put(from, List.of());
        Deque<FilingState> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !ways.containsKey(goal)) {
            FilingState state = next.removeFirst();
            for (FilingEvent step : steps) {
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
        return ways.getOrDefault(goal, List.of());
    }
}
