package io.renkei.journal.jdbc.internal;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverEvent;
import io.renkei.ports.linkage.HandoverLifecycle;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.people.Actor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What ends together with a link: what the site has not fetched is taken back, and of what it has nothing is kept here. */
final class EndedHandovers {

    private record Open(UUID id, HandoverState state) {}

    private EndedHandovers() {}

    /** Who calls holds the lock of the chain. */
    static void of(Tx tx, AccountChain chain, ConsentId link, Actor who, Instant at) throws SQLException {
        List<Open> all = tx.query(
                "select id, state from handover where link = ? order by id",
                row -> new Open(row.getObject("id", UUID.class), HandoverState.valueOf(row.getString("state"))),
                link.value());
        for (Open each : all) {
            if (each.state() == HandoverState.FETCHED) {
                tx.update(
                        "update handover set data = null, look_at = null, version = version + 1 where id = ?",
                        each.id());
            } else if (HandoverLifecycle.next(each.state(), HandoverEvent.REVOKED)
                    .isPresent()) {
                tx.update(
                        "update handover set state = ?, version = version + 1, data = null, changed_at = ?, look_at = ?,"
                                + " forget = (question is not null or bundle is not null)"
                                + " where id = ?",
                        HandoverState.REVOKED,
                        at,
                        at,
                        each.id());
                chain.add(
                        "HANDOVER_REVOKED",
                        Map.of(
                                "handover", each.id().toString(),
                                "link", link.toString(),
                                "by", who.by().toString()));
            }
        }
    }
}
