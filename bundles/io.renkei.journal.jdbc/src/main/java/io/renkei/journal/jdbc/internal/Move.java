package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A legal change and where it leads.
 *
 * @param states one more than there are events: the first is the filing's own
 */
record Move(Change change, List<FilingState> states, FilingView after) {

    /** The states that have a cause. */
    private static final Set<FilingState> CAUSED =
            EnumSet.of(FilingState.WAITING, FilingState.PARKED, FilingState.UNKNOWN, FilingState.REFUSED);

    private static final int LONGEST_CAUSE = 400;

    /** @throws IllegalArgumentException if no filing could ever take this change through {@code apply} */
    static void requireApplicable(Change change) {
        if (change.events().contains(FilingEvent.ATTEMPT_STARTED)) {
            throw new IllegalArgumentException("an attempt has a lease: it starts with begin");
        }
        boolean code = change.cause()
                .map(cause -> cause.length() <= LONGEST_CAUSE && cause.chars().noneMatch(Character::isISOControl))
                .orElse(true);
        if (!code) {
            throw new IllegalArgumentException(
                    "a cause is a code of one line and at most " + LONGEST_CAUSE + " characters");
        }
    }

    /** Empty when one of the events is no legal transition. */
    static Optional<Move> of(FilingView now, Change change) {
        List<FilingState> states = new ArrayList<>(List.of(now.state()));
        FilingState state = now.state();
        for (FilingEvent event : change.events()) {
            Optional<FilingState> next = FilingLifecycle.next(state, event);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            state = next.get();
            states.add(state);
        }
        return Optional.of(new Move(change, List.copyOf(states), after(now, change, state)));
    }

    /** One event that the caller knows to be legal. */
    static Move of(FilingView now, FilingEvent event, Optional<String> cause) {
        Change change = new Change(
                now.key(), now.version(), List.of(event), List.of(), Optional.empty(), cause, Optional.empty());
        return of(now, change).orElseThrow(() -> new IllegalStateException(event + " in " + now.state()));
    }

    /** One row per event; what else the change says stands with the last. */
    void journal(Chain chain) {
        long version = change.expectedVersion();
        for (int i = 0; i < change.events().size(); i++) {
            version++;
            Map<String, Object> detail = Details.moved(states.get(i), states.get(i + 1), version);
            if (i == change.events().size() - 1) {
                Details.carry(detail, change);
            }
            chain.add(Optional.of(change.filing()), change.events().get(i).name(), detail);
        }
    }

    static void journalLate(Chain chain, FilingView now, Change change) {
        for (Iterator<FilingEvent> each = change.events().iterator(); each.hasNext(); ) {
            FilingEvent event = each.next();
            Map<String, Object> detail = Details.late(now);
            if (!each.hasNext()) {
                Details.carry(detail, change);
            }
            chain.add(Optional.of(change.filing()), event.name(), detail);
        }
    }

    private static FilingView after(FilingView now, Change change, FilingState state) {
        Set<ReceiptNumber> receipts = new LinkedHashSet<>(now.receipts());
        receipts.addAll(change.receipts());
        Optional<Instant> due = state == FilingState.WAITING
                ? change.due().map(time -> time.truncatedTo(ChronoUnit.MICROS))
                : Optional.empty();
        return new FilingView(
                now.key(),
                now.procedure(),
                now.destination(),
                state,
                now.version() + change.events().size(),
                now.attempts(),
                due,
                CAUSED.contains(state) ? change.cause() : Optional.empty(),
                List.copyOf(receipts),
                now.purpose(),
                now.earlier());
    }
}
