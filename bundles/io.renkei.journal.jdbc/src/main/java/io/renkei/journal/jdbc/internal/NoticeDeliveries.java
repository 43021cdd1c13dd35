package io.renkei.journal.jdbc.internal;

import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How notices fare on their channels, in one table; written while the chain of the application is held. */
final class NoticeDeliveries {

    private NoticeDeliveries() {}

    static List<Delivery> of(Tx tx, NoticeId id) throws SQLException {
        return tx.query(
                "select channel, state, since_at, code, reference, opened_at from notice_delivery where notice_id = ?"
                        + " order by channel",
                row -> new Delivery(
                        row.getString("channel"),
                        Delivery.State.valueOf(row.getString("state")),
                        Tx.instant(row, "since_at"),
                        row.getString("code"),
                        row.getString("reference"),
                        Tx.optionalInstant(row, "opened_at")),
                id.value());
    }

    /** Whether it is new: what was taken stays taken, and what was given up is given up once. */
    static boolean put(Tx tx, NoticeId id, Delivery delivery) throws SQLException {
        Optional<Delivery> before = of(tx, id).stream()
                .filter(each -> each.channel().equals(delivery.channel()))
                .findFirst();
        if (before.isEmpty()) {
            tx.update(
                    "insert into notice_delivery (notice_id, channel, state, since_at, code, reference) values (?, ?, ?, ?, ?, ?)",
                    id.value(),
                    delivery.channel(),
                    delivery.state(),
                    delivery.at(),
                    delivery.code(),
                    delivery.reference());
            return true;
        }
        boolean taken = before.get().state() == Delivery.State.FAILED && delivery.state() == Delivery.State.DELIVERED;
        if (taken) {
            tx.update(
                    "update notice_delivery set state = ?, since_at = ?, code = '', reference = ? where notice_id = ? and channel = ?",
                    delivery.state(),
                    delivery.at(),
                    delivery.reference(),
                    id.value(),
                    delivery.channel());
        }
        return taken;
    }

    /** Whether it was given up there and is so no more. */
    static boolean forgive(Tx tx, NoticeId id, String channel) throws SQLException {
        return tx.update(
                        "delete from notice_delivery where notice_id = ? and channel = ? and state = ?",
                        id.value(),
                        channel,
                        Delivery.State.FAILED)
                == 1;
    }

    /** Whether it is new. */
    static boolean open(Tx tx, NoticeId id, String channel, Instant opened) throws SQLException {
        return tx.update(
                        "update notice_delivery set opened_at = ? where notice_id = ? and channel = ? and state = ?"
                                + " and opened_at is null",
                        opened,
                        id.value(),
                        channel,
                        Delivery.State.DELIVERED)
                == 1;
    }

    static boolean isDelivered(Tx tx, NoticeId id, String channel) throws SQLException {
        return of(tx, id).stream()
                .anyMatch(each -> each.channel().equals(channel) && each.state() == Delivery.State.DELIVERED);
    }
}
