package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Pace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Filings whose chains this transaction holds, so that nobody else changes them until it ends.
 *
 * @param filings as they stand under the locks, without receipts
 */
record Claim(Map<ArrivalNumber, Chain> chains, List<FilingView> filings) {

    /** More candidates are looked at than are claimed, so that nodes that claim at once find work each. */
    private static final int CANDIDATES_PER_CLAIM = 4;

    /**
     * Claims what somebody wants and nobody holds. Chains that are held are skipped: their filings come with the next
     * claim.
     *
     * @param condition on a filing {@code f}
     * @param order the columns of an index, from its first on: only then does H2 read no more of it than it gives
     */
    static Claim of(Tx tx, int most, String condition, String order, Object... values) throws SQLException {
        String wanted = " from filing f where " + condition;
        String oldestFirst = " order by " + order + " limit ?";
        List<String> candidates = tx
                .query(
                        "select f.arrival_number" + wanted + oldestFirst,
                        row -> row.getString("arrival_number"),
                        Tx.values(List.of(values), most * CANDIDATES_PER_CLAIM))
                .stream()
                .distinct()
                .toList();
        Map<ArrivalNumber, Chain> chains = Map.of();
        for (int from = 0; from < candidates.size() && chains.isEmpty(); from += most) {
            chains = Chain.lockFree(tx, candidates.subList(from, Math.min(from + most, candidates.size())));
        }
        if (chains.isEmpty()) {
            tx.harmless();
            return new Claim(chains, List.of());
        }
        List<String> held = chains.keySet().stream().map(ArrivalNumber::digits).toList();
        List<Object> again = new ArrayList<>(List.of(values));
        again.addAll(Tx.filled(held));
        again.add(most);
        // Read again, now that their chains are held: what was a candidate may have moved on.
        List<FilingView> filings = tx.query(
                "select " + FilingRow.COLUMNS + wanted + " and f.arrival_number in " + Tx.in(held) + oldestFirst,
                FilingRow::bare,
                again.toArray());
        return new Claim(chains, filings);
    }

    /** Marks them as asked about now, by database time, and reads their receipts. */
    List<FilingView> asked(Tx tx, Pace pace) throws SQLException {
        String pause = "least(greatest(2 * ask_pause_millis, ?), ?)";
        long first = pace.first().toMillis();
        long longest = pace.longest().toMillis();
        tx.batch(
                "update filing set ask_at = cast(? as timestamp(6) with time zone) + " + pause
                        + " * interval '0.001' second, ask_pause_millis = " + pause
                        + " where arrival_number = ? and seq = ?",
                filings.stream()
                        .map(filing -> new Object[] {
                            chains.get(filing.key().application()).now(),
                            first,
                            longest,
                            first,
                            longest,
                            filing.key().application().digits(),
                            filing.key().sequence()
                        })
                        .toList());
        return FilingRow.withReceipts(tx, filings);
    }
}
