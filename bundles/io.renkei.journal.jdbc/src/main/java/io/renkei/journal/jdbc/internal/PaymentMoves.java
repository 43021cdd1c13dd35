package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentLifecycle;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.state.OutboxKind;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Writes payment requests and their changes: the row, its row of the hash chain, and that the portal is to be told. Who
 * calls holds the lock of the chain, which puts the changes of a request in order.
 */
final class PaymentMoves {

    private final Tx tx;
    private final Chain chain;
    private final OutboxRows outbox;

    PaymentMoves(Tx tx, Chain chain, OutboxRows outbox) {
        this.tx = tx;
        this.chain = chain;
        this.outbox = outbox;
    }

    void begin(PaymentView payment, PartnerId addressee, byte[] sealed, Instant lapses) throws SQLException {
        tx.update(
                "insert into payment (id, destination, sender_number, arrival_number, filing_seq, addressee, state, due_on,"
                        + " lapse_at, requested_at, changed_at, sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                payment.id().value(),
                payment.from().value(),
                payment.number().value(),
                payment.filing().application().digits(),
                payment.filing().sequence(),
                addressee.value(),
                payment.state(),
                payment.due(),
                lapses,
                payment.requested(),
                payment.changed(),
                sealed);
        add(payment, "PAYMENT_REQUESTED", Map.of("sealed", Sha256.of(sealed).hex()));
    }

    /** Empty when the event changes nothing in this state. */
    Optional<PaymentView> move(PaymentView payment, PaymentEvent event, Optional<LocalDate> paidOn, Instant at)
            throws SQLException {
        Optional<PaymentState> next = PaymentLifecycle.next(payment.state(), event);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        int changed = tx.update(
                "update payment set state = ?, changed_at = ?, paid_on = ?, lapse_at = null where id = ? and state = ?",
                next.get(),
                at,
                paidOn,
                payment.id().value(),
                payment.state());
        if (changed != 1) {
            throw new SQLException("the payment request moved on since it was read", Faults.AGAIN);
        }
        PaymentView after = payment.in(next.get(), at, paidOn);
        add(after, "PAYMENT_" + next.get(), Map.of("before", payment.state()));
        return Optional.of(after);
    }

    private void add(PaymentView payment, String event, Map<String, ?> more) {
        chain.add(Optional.of(payment.filing()), event, Details.payment(payment, more));
        outbox.add(OutboxKind.PAYMENT_CHANGED, payment.id(), payment.from().value());
    }
}
