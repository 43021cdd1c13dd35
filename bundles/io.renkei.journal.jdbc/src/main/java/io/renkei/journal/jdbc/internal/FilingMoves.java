package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.OutboxKind;
import io.renkei.ports.state.Transition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes moved filings. Whoever calls holds the locks of their chains. */
final class FilingMoves {

    /** A filing that comes to where its destination can be asked is due for it at once; elsewhere it is never due. */
    static final String SET = "update filing set state = ?, version = ?, due = ?, cause = ?, ask = ?,"
            + " ask_pause_millis = 0, ask_at = case when cast(? as boolean) then coalesce(ask_at, " + Tx.EPOCH
            + ") end,";

    static final String COMPARED = " where arrival_number = ? and seq = ? and version = ?";

    /** What a destination is asked about a filing. */
    enum Ask {
        STATUS,
        OUTCOME;

        /** Empty where there is nothing to ask. */
        static Optional<Ask> in(FilingState state) {
            return switch (state) {
                case TRANSMITTED, ARRIVED, EXAMINING, CORRECTION_REQUESTED, WITHDRAWING, DECIDED -> Optional.of(STATUS);
                case UNKNOWN -> Optional.of(OUTCOME);
                default -> Optional.empty();
            };
        }
    }

    private FilingMoves() {}

    /** Moves all by one event that is legal for each: filings, journal and outbox. */
    static List<FilingKey> all(Tx tx, Claim claim, FilingEvent event, Optional<String> cause) throws SQLException {
        if (claim.filings().isEmpty()) {
            return List.of();
        }
        List<FilingKey> moved = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        OutboxRows outbox = new OutboxRows();
        for (FilingView now : claim.filings()) {
            Move move = Move.of(now, event, cause);
            move.journal(claim.chains().get(now.key().application()));
            updates.add(values(now, move.after()));
            tell(outbox, move.after());
            moved.add(now.key());
        }
        tx.batch(SET + " lease_node = null, lease_until = null" + COMPARED, updates);
        Chain.write(tx, claim.chains().values());
        outbox.write(tx);
        return moved;
    }

    /**
     * Applies a change under the lock of its chain, as a compare-and-set on the version. The caller writes the rows that
     * this adds to the chain and to the outbox.
     */
    static Transition apply(Tx tx, Chain chain, OutboxRows outbox, Change change) throws SQLException {
        Optional<FilingView> found = FilingRow.read(tx, change.filing());
        if (found.isEmpty()) {
            return new Transition.NoSuchFiling();
        }
        FilingView now = found.get();
        if (now.version() != change.expectedVersion()) {
            return new Transition.Stale(now);
        }
        Optional<FilingView> earlier =
                now.earlier().isPresent() ? FilingRow.read(tx, now.earlier().get()) : Optional.empty();
        Change meant = earlier.isPresent() ? FollowUpMoves.ofAnswer(now, earlier.get(), change) : change;
        Optional<Move> move = Move.of(now, meant);
        if (move.isEmpty()) {
            Move.journalLate(chain, now, meant);
            return new Transition.Late(now);
        }
        FilingView after = move.get().after();
        if (!compareAndSet(tx, now, after)) {
            throw new SQLException("the filing changed under the lock of its chain", Faults.AGAIN);
        }
        move.get().journal(chain);
        writeReceipts(tx, now, after);
        tell(outbox, after);
        if (after.state() == FilingState.CORRECTION_REQUESTED) {
            outbox.add(OutboxKind.CORRECTION_REQUESTED, after.key(), "");
        }
        if (earlier.isPresent()) {
            Optional<Change> carried = FollowUpMoves.ofEarlier(after, earlier.get(), meant);
            if (carried.isPresent()) {
                apply(tx, chain, outbox, carried.get());
            }
        }
        return new Transition.Made(after);
    }

    private static boolean compareAndSet(Tx tx, FilingView now, FilingView after) throws SQLException {
        return tx.update(SET + " lease_node = null, lease_until = null" + COMPARED, values(now, after)) == 1;
    }

    private static void writeReceipts(Tx tx, FilingView now, FilingView after) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = now.receipts().size(); i < after.receipts().size(); i++) {
            ReceiptNumber receipt = after.receipts().get(i);
            rows.add(new Object[] {
                after.key().application().digits(),
                after.key().sequence(),
                i + 1,
                receipt.destination().value(),
                receipt.kind(),
                receipt.value()
            });
        }
        tx.batch(
                "insert into receipt (arrival_number, filing_seq, ordinal, destination, kind, number)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static void tell(OutboxRows outbox, FilingView after) {
        outbox.add(OutboxKind.FILING_CHANGED, after.key(), "");
        if (after.state() == FilingState.READY) {
            outbox.add(OutboxKind.FILING_READY, after.key(), after.destination().value());
        }
    }

    private static Object[] values(FilingView now, FilingView after) {
        Optional<Ask> ask = Ask.in(after.state());
        return new Object[] {
            after.state(),
            after.version(),
            after.due(),
            after.cause(),
            ask,
            ask.isPresent(),
            now.key().application().digits(),
            now.key().sequence(),
            now.version()
        };
    }
}
