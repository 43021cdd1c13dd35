package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUps;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves a filing together with what answers it. Whoever calls holds the lock of their chain. */
final class FollowUpMoves {

    /** The cause of a withdrawal that waits until it is known whether its filing is at the destination. */
    static final String AWAITS_OUTCOME = "AWAITS-OUTCOME";

    /** The cause with which an answer is taken back that its filing has no place for any more. */
    static final String OVERTAKEN = "OVERTAKEN";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private FollowUpMoves() {}

    /**
     * What a change means for an answer: one that is not examined by itself ends when the destination took it, and a
     * number that its filing has already is none of its own.
     */
    static Change ofAnswer(FilingView answer, FilingView earlier, Change change) {
        boolean taken = change.events().contains(FilingEvent.TRANSMISSION_CONFIRMED)
                || change.events().contains(FilingEvent.ARRIVAL_CONFIRMED);
        List<ReceiptNumber> own = new ArrayList<>(change.receipts());
        own.removeAll(earlier.receipts());
        return new Change(
                change.filing(),
                change.expectedVersion(),
                taken ? FollowUps.accepted(answer.purpose(), change.events()) : change.events(),
                own,
                change.due(),
                change.cause(),
                change.rawStatus(),
                change.correction());
    }

    /** What happens to the filing that is answered, if anything. */
    static Optional<Change> ofEarlier(FilingView answer, FilingView earlier, Change change) {
        return FollowUps.ofEarlier(answer.purpose(), change.events())
                .filter(event -> FilingLifecycle.next(earlier.state(), event).isPresent())
                .map(event -> Change.of(earlier.key(), earlier.version(), event));
    }

    /** Whether an answer may be sent, as its filing stands. */
    static boolean mayGo(FilingView answer, FilingView earlier) {
        return switch (answer.purpose()) {
            case SUBMISSION -> true;
            case CORRECTION -> earlier.state() == FilingState.CORRECTION_REQUESTED;
            case RESUBMISSION ->
                earlier.state() == FilingState.CORRECTION_REQUESTED || earlier.state() == FilingState.REFUSED;
            case WITHDRAWAL -> FollowUps.WITHDRAWABLE.contains(earlier.state());
        };
    }

    /** In place of an attempt at an answer that may not be sent now. */
    static void turnBack(Tx tx, Chain chain, FilingView answer, FilingView earlier) throws SQLException {
        OutboxRows outbox = new OutboxRows();
        boolean withdrawal = answer.purpose() == FilingPurpose.WITHDRAWAL;
        if (withdrawal && FollowUps.UNCLEAR.contains(earlier.state())) {
            FilingMoves.apply(tx, chain, outbox, later(chain, answer));
        } else {
            if (withdrawal && FollowUps.UNSENT.contains(earlier.state())) {
                FilingMoves.apply(
                        tx, chain, outbox, Change.of(earlier.key(), earlier.version(), FilingEvent.TAKEN_BACK));
            }
            FilingMoves.apply(tx, chain, outbox, takenBack(answer));
        }
        chain.write(tx);
        outbox.write(tx);
    }

    private static Change later(Chain chain, FilingView answer) {
        return new Change(
                answer.key(),
                answer.version(),
                List.of(FilingEvent.DEFERRED),
                List.of(),
                Optional.of(chain.now().plus(LOOK_AGAIN)),
                Optional.of(AWAITS_OUTCOME),
                Optional.empty());
    }

    private static Change takenBack(FilingView answer) {
        return new Change(
                answer.key(),
                answer.version(),
                List.of(FilingEvent.TAKEN_BACK),
                List.of(),
                Optional.empty(),
                Optional.of(OVERTAKEN),
                Optional.empty());
    }
}
