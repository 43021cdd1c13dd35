package io.renkei.ports.payments;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment request as it stands.
 *
 * @param from the destination that wants the money
 * @param number that destination's own number of the request
 * @param due the last day, whole, in Japan
 * @param requested when the gateway took it
 * @param changed when it came into this state here
 * @param paidOn the day on which it was paid, as its ministry says
 * @param details empty where they were not asked for, and once the case was erased
 */
public record PaymentView(
        PaymentId id,
        DestinationId from,
        SenderNumber number,
        FilingKey filing,
        PaymentState state,
        LocalDate due,
        Instant requested,
        Instant changed,
        Optional<LocalDate> paidOn,
        Optional<PaymentDetails> details) {

    public PaymentView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(requested, "requested");
        Objects.requireNonNull(changed, "changed");
        Objects.requireNonNull(paidOn, "paidOn");
        Objects.requireNonNull(details, "details");
    }

    /** The same with its details. */
    public PaymentView with(Optional<PaymentDetails> opened) {
        return new PaymentView(id, from, number, filing, state, due, requested, changed, paidOn, opened);
    }

    /** The same in another state. */
    public PaymentView in(PaymentState other, Instant at, Optional<LocalDate> paid) {
        return new PaymentView(id, from, number, filing, other, due, requested, at, paid, details);
    }

    @Override
    public String toString() {
        return "PaymentView[" + id + " " + state + "]";
    }
}
