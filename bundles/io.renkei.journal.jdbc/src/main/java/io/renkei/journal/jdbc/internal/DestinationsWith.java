package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of many destinations those with a row of some kind: one lookup in an index for each, in few statements. */
final class DestinationsWith {

    private static final int MOST_PER_STATEMENT = 512;

    private DestinationsWith() {}

    /** @param condition on the destination {@code d.id}, such as that a row exists; without parameters */
    static Set<DestinationId> condition(Tx tx, Set<DestinationId> among, String condition) throws SQLException {
        tx.harmless();
        Set<DestinationId> with = new HashSet<>();
        List<String> all = among.stream().map(DestinationId::value).toList();
        for (int from = 0; from < all.size(); from += MOST_PER_STATEMENT) {
            List<String> some = all.subList(from, Math.min(from + MOST_PER_STATEMENT, all.size()));
            with.addAll(tx.query(
                    "select d.id from (values " + Tx.rows(some) + ") as d(id) where " + condition,
                    row -> new DestinationId(row.getString("id")),
                    Tx.filled(some).toArray()));
        }
        return with;
    }
}
