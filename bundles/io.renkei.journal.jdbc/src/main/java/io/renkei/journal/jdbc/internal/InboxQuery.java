package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of an inbox as a condition on a notice {@code n}, with its values in order. */
final class InboxQuery {

    private static final String EXPIRING =
            " and n.expiring_at is not null and n.expired_at is null and n.fetched_at is null";

    /** What concerns an application that lies in the inbox of one person. */
    static final String PLACED =
            "row.arrival_number in (select arrival_number from application_inbox where person = ?)";

    private final StringBuilder condition = new StringBuilder("n.addressee = ?");
    private final List<Object> values = new ArrayList<>();

    InboxQuery(PartnerId addressee, InboxFilter filter, Optional<NoticeId> before, int limit) {
        values.add(addressee.value());
        before.ifPresent(last -> {
            condition.append(" and exists (select 1 from notice b where b.id = ? and b.addressee = ?"
                    + " and (n.available_at < b.available_at or n.available_at = b.available_at and n.id < b.id))");
            values.add(last.value());
            values.add(addressee.value());
        });
        filter(filter);
        condition.append(" order by n.addressee desc, n.available_at desc, n.id desc limit ?");
        values.add(limit);
    }

    private void filter(InboxFilter filter) {
        if (filter.unread()) {
            condition.append(" and not n.is_read");
        }
        filter.destination().ifPresent(from -> and("n.destination = ?", from.value()));
        filter.application().ifPresent(number -> and("n.arrival_number = ?", number.digits()));
        filter.filing().ifPresent(key -> {
            and("n.arrival_number = ?", key.application().digits());
            and("n.filing_seq = ?", key.sequence());
        });
        filter.person().ifPresent(person -> and(PLACED.replace("row", "n"), person.value()));
        filter.from().ifPresent(from -> and("n.available_at >= ?", from));
        filter.until().ifPresent(until -> and("n.available_at < ?", until));
        filter.state()
                .map(state -> state == NoticeFact.EXPIRING
                        ? EXPIRING
                        : " and n." + NoticeMarks.column(state) + " is not null")
                .ifPresent(condition::append);
    }

    private void and(String more, Object value) {
        condition.append(" and ").append(more);
        values.add(value);
    }

    String condition() {
        return condition.toString();
    }

    Object[] values() {
        return values.toArray();
    }
}
