package io.renkei.ports.state;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a filing and what answers it hang together: corrections, resubmissions and withdrawals. */
public final class FollowUps {

    /** Where nothing of a filing has reached its destination, and nothing is under way. */
    public static final Set<FilingState> UNSENT =
            Set.copyOf(EnumSet.of(FilingState.PLANNED, FilingState.READY, FilingState.WAITING));

    /** Where a filing may be at its destination or not. */
    public static final Set<FilingState> UNCLEAR =
            Set.copyOf(EnumSet.of(FilingState.ATTEMPTING, FilingState.UNKNOWN, FilingState.PARKED));

    /** Where a filing can be withdrawn at its destination. */
    public static final Set<FilingState> WITHDRAWABLE = Set.copyOf(EnumSet.of(
            FilingState.TRANSMITTED,
            FilingState.ARRIVED,
            FilingState.EXAMINING,
            FilingState.CORRECTION_REQUESTED,
            FilingState.WITHDRAWING));

    private FollowUps() {}

    /**
     * What the acceptance of an answer is: one that is not examined by itself ends with it.
     *
     * @param confirmed the events that the destination's answer is
     */
    public static List<FilingEvent> accepted(FilingPurpose purpose, List<FilingEvent> confirmed) {
        return purpose.isExamined()
                ? confirmed
                : List.of(
                        FilingEvent.TRANSMISSION_CONFIRMED,
                        FilingEvent.ARRIVAL_CONFIRMED,
                        FilingEvent.PROCEDURE_CLOSED);
    }

    /** What happens to the filing that is answered, when this happens to the answer. */
    public static Optional<FilingEvent> ofEarlier(FilingPurpose purpose, Collection<FilingEvent> events) {
        boolean taken =
                events.contains(FilingEvent.TRANSMISSION_CONFIRMED) || events.contains(FilingEvent.ARRIVAL_CONFIRMED);
        return switch (purpose) {
            case SUBMISSION -> Optional.empty();
            case CORRECTION -> taken ? Optional.of(FilingEvent.CORRECTION_SENT) : Optional.empty();
            case RESUBMISSION -> taken ? Optional.of(FilingEvent.PROCEDURE_CLOSED) : Optional.empty();
            case WITHDRAWAL ->
                taken
                        ? Optional.of(FilingEvent.WITHDRAWAL_SENT)
                        : events.contains(FilingEvent.REFUSAL_RECEIVED)
                                ? Optional.of(FilingEvent.WITHDRAWAL_REFUSED)
                                : Optional.empty();
        };
    }

    /** Whether an answer stands in the way of another correction of the same filing. */
    public static boolean isInTheWay(FilingView answer) {
        return switch (answer.purpose()) {
            case CORRECTION -> !answer.state().isFinal();
            case RESUBMISSION -> answer.state() != FilingState.REFUSED && answer.state() != FilingState.WITHDRAWN;
            default -> false;
        };
    }
}
