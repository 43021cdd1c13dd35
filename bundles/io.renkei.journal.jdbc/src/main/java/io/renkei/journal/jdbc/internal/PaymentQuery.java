package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.payments.PaymentFilter;
import io.renkei.ports.payments.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page of a partner's payment requests as a condition on a payment {@code p}, with its values in order. */
final class PaymentQuery {

    private final StringBuilder condition = new StringBuilder("p.addressee = ?");
    private final List<Object> values = new ArrayList<>();

    PaymentQuery(PartnerId addressee, PaymentFilter filter, Optional<PaymentId> before, int limit) {
        values.add(addressee.value());
        filter.filing()
                .ifPresent(filing -> and(
                        "p.arrival_number = ? and p.filing_seq = ?",
                        filing.application().digits(),
                        filing.sequence()));
        filter.state().ifPresent(state -> and("p.state = ?", state));
        filter.person().ifPresent(person -> and(InboxQuery.PLACED.replace("row", "p"), person.value()));
        before.ifPresent(last -> and(
                "exists (select 1 from payment b where b.id = ? and b.addressee = ?"
                        + " and (p.requested_at < b.requested_at or p.requested_at = b.requested_at and p.id < b.id))",
                last.value(),
                addressee.value()));
        condition.append(" order by p.addressee desc, p.requested_at desc, p.id desc limit ?");
        values.add(limit);
    }

    private void and(String more, Object... with) {
        condition.append(" and ").append(more);
        values.addAll(List.of(with));
    }

    String condition() {
        return condition.toString();
    }

    Object[] values() {
        return values.toArray();
    }
}
