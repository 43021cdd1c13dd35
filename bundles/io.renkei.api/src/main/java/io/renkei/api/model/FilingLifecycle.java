package io.renkei.api.model;

import static io.renkei.api.model.FilingEvent.*;
import static io.renkei.api.model.FilingState.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of legal transitions, the only one there is. A pair that is not in it is no error: the event came late or
 * twice, is journaled, and changes nothing.
 *
 * <p>A destination may confirm several levels at once, or a later one while an earlier one is still on its way: each
 * acceptance may therefore be entered from every state before it.
 */
public final class FilingLifecycle {

    private static final Map<FilingState, Map<FilingEvent, FilingState>> TABLE = new EnumMap<>(FilingState.class);

    static {
        on(FILLED, READY, PLANNED);
        on(ATTEMPT_STARTED, ATTEMPTING, READY);
        on(MADE_READY, READY, WAITING, UNKNOWN, PARKED);
        on(DEFERRED, WAITING, READY, ATTEMPTING, UNKNOWN);
        on(OUTCOME_UNKNOWN, FilingState.UNKNOWN, ATTEMPTING);
        on(PARK_ORDERED, PARKED, PLANNED, READY, ATTEMPTING, WAITING, UNKNOWN);

        on(TRANSMISSION_CONFIRMED, TRANSMITTED, ATTEMPTING, UNKNOWN, PARKED);
        on(ARRIVAL_CONFIRMED, ARRIVED, ATTEMPTING, UNKNOWN, PARKED, TRANSMITTED);
        on(EXAMINATION_STARTED, EXAMINING, TRANSMITTED, ARRIVED);
        on(CORRECTION_ASKED, CORRECTION_REQUESTED, ARRIVED, EXAMINING);
        on(CORRECTION_SENT, EXAMINING, CORRECTION_REQUESTED);
        on(DECISION_MADE, DECIDED, TRANSMITTED, ARRIVED, EXAMINING, CORRECTION_REQUESTED, WITHDRAWING);
        on(PROCEDURE_CLOSED, CLOSED, ARRIVED, EXAMINING, CORRECTION_REQUESTED, DECIDED);
        on(REFUSAL_RECEIVED, REFUSED, ATTEMPTING, UNKNOWN, PARKED, TRANSMITTED, ARRIVED, EXAMINING);

        on(TAKEN_BACK, WITHDRAWN, PLANNED, READY, WAITING);
        on(WITHDRAWAL_SENT, WITHDRAWING, TRANSMITTED, ARRIVED, EXAMINING, CORRECTION_REQUESTED);
        on(WITHDRAWAL_ACCEPTED, WITHDRAWN, WITHDRAWING);
        on(WITHDRAWAL_REFUSED, EXAMINING, WITHDRAWING);
    }

    private FilingLifecycle() {}

    /** Where the event leads from the given state, or empty when it changes nothing there. */
    public static Optional<FilingState> next(FilingState from, FilingEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(event));
    }

    /** The events that change something in the given state, in the order of {@link FilingEvent}. */
    public static List<FilingEvent> eventsFrom(FilingState from) {
        return List.copyOf(TABLE.getOrDefault(from, Map.of()).keySet());
    }

    private static void on(FilingEvent event, FilingState to, FilingState... from) {
        for (FilingState state : from) {
            FilingState before = TABLE.computeIfAbsent(state, s -> new EnumMap<>(FilingEvent.class))
                    .put(event, to);
            if (before != null) {
                throw new IllegalStateException(event + " stands twice for " + state);
            }
        }
    }
}
