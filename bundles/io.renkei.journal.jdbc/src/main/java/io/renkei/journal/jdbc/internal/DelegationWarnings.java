package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.DelegationWarning;
import io.renkei.ports.state.OutboxKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who was warned of the end of which delegation. A constraint says that nobody is warned twice of the same. */
final class DelegationWarnings {

    /** Values: today, the last day that is near, today, today. */
    static final String DUE = "until_on >= ? and until_on <= ? and from_on <= ? and representative is not null"
            + " and ended_at is null and not exists (select 1 from representation_warning w"
            + " where w.representation = representation.id and w.until_on = representation.until_on"
            + " and w.last_day = (representation.until_on = ?))";

    private static final String READ = "select w.id, w.representation, w.representative, w.until_on, w.last_day,"
            + " w.warned_at, i.partner, i.person from representation_warning w join representation r on r.id = w.representation"
            + " left join account_inbox i on i.account ="
            + " (case when w.representative then r.representative else r.principal end) and i.person <> ''"
            + " where w.id in ";

    private DelegationWarnings() {}

    static Object[] due(LocalDate today, Object... more) {
        return Tx.values(List.of(today, today.plusDays(Delegation.NEAR_DAYS), today, today), more);
    }

    /** Of a delegation whose principal's chain is locked. */
    static void write(Tx tx, AccountChain chain, Delegation delegation, boolean lastDay, Instant at)
            throws SQLException {
        OutboxRows outbox = new OutboxRows();
        for (boolean representative : List.of(false, true)) {
            UUID id = UUID.randomUUID();
            insert(tx, id, delegation, representative, lastDay, at);
            outbox.add(OutboxKind.DELEGATION_ENDING, id, "");
        }
        chain.add(
                "DELEGATION_WARNED",
                Map.of(
                        "delegation",
                        delegation.id().toString(),
                        "until",
                        delegation.grant().until().toString(),
                        "last_day",
                        lastDay,
                        "at",
                        at));
        chain.write(tx);
        outbox.write(tx);
    }

    private static void insert(
            Tx tx, UUID id, Delegation delegation, boolean representative, boolean lastDay, Instant at)
            throws SQLException {
        try {
            tx.update(
                    "insert into representation_warning (id, representation, representative, until_on, last_day,"
                            + " warned_at) values (?, ?, ?, ?, ?, ?)",
                    id,
                    delegation.id().value(),
                    representative,
                    delegation.grant().until(),
                    lastDay,
                    at);
        } catch (SQLException e) {
            throw Faults.isDuplicate(e) ? new SQLException("another node warned", Faults.AGAIN, e) : e;
        }
    }

    static List<DelegationWarning> read(Tx tx, List<UUID> ids) throws SQLException {
        List<DelegationWarning> warnings = new ArrayList<>();
        List<DelegationWarning> rows = tx.query(
                READ + Tx.in(ids) + " order by w.id, i.partner, i.person",
                DelegationWarnings::row,
                Tx.filled(ids).toArray());
        for (DelegationWarning row : rows) {
            int last = warnings.size() - 1;
            if (last >= 0 && warnings.get(last).id().equals(row.id())) {
                warnings.set(last, joined(warnings.get(last), row.inboxes()));
            } else {
                warnings.add(row);
            }
        }
        return warnings;
    }

    private static DelegationWarning joined(DelegationWarning warning, List<PersonInbox> more) {
        List<PersonInbox> inboxes = new ArrayList<>(warning.inboxes());
        inboxes.addAll(more);
        return new DelegationWarning(
                warning.id(),
                warning.delegation(),
                warning.representative(),
                warning.until(),
                warning.lastDay(),
                warning.at(),
                inboxes);
    }

    private static DelegationWarning row(ResultSet row) throws SQLException {
        String person = row.getString("person");
        return new DelegationWarning(
                row.getObject("id", UUID.class),
                new DelegationId(row.getObject("representation", UUID.class)),
                row.getBoolean("representative"),
                row.getObject("until_on", LocalDate.class),
                row.getBoolean("last_day"),
                Tx.instant(row, "warned_at"),
                person == null
                        ? List.of()
                        : List.of(new PersonInbox(new PartnerId(row.getString("partner")), new InboxId(person))));
    }
}
