package io.renkei.ports.linkage;

import static io.renkei.ports.linkage.HandoverState.ASKED;
import static io.renkei.ports.linkage.HandoverState.COLLECTING;
import static io.renkei.ports.linkage.HandoverState.FETCHED;
import static io.renkei.ports.linkage.HandoverState.RELEASED;
import static io.renkei.ports.linkage.HandoverState.REVIEW;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of legal transitions, the only one there is.
 *
 * <p>Refused, expired and revoked are ends. A site gets data in one way only: asked, consented, collected, chosen, fetched. What is
 * not consented to cannot be taken back; what was chosen is taken back and not refused.
 */
public final class HandoverLifecycle {

    private static final Map<HandoverEvent, Set<HandoverState>> FROM = new EnumMap<>(Map.of(
            HandoverEvent.CONSENTED, Set.of(ASKED),
            HandoverEvent.COLLECTED, Set.of(COLLECTING),
            HandoverEvent.CHOSEN, Set.of(REVIEW),
            HandoverEvent.FETCHED, Set.of(RELEASED, FETCHED),
            HandoverEvent.REFUSED, Set.of(ASKED, COLLECTING, REVIEW),
            HandoverEvent.TIME_OVER, Set.of(ASKED, COLLECTING, REVIEW, RELEASED, FETCHED),
            HandoverEvent.REVOKED, Set.of(COLLECTING, REVIEW, RELEASED, FETCHED)));

    private HandoverLifecycle() {}

    /** Where the event leads from the given state, or empty when it changes nothing there. */
    public static Optional<HandoverState> next(HandoverState from, HandoverEvent event) {
        if (!FROM.get(event).contains(from)) {
            return Optional.empty();
        }
        return Optional.of(from == FETCHED && event == HandoverEvent.TIME_OVER ? FETCHED : event.goal());
    }
}
