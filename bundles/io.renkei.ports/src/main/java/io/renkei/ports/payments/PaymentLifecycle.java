package io.renkei.ports.payments;

import static io.renkei.ports.payments.PaymentState.LAPSED;
import static io.renkei.ports.payments.PaymentState.WAITING;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of legal transitions, the only one there is.
 *
 * <p>Paid and cancelled are ends. So is lapsed, with one way out: a payment that is reported late was made all the same
 * (a bank may have taken it on the last day, or the ministry takes late payments), so it counts. A payment of a request
 * that was cancelled is no transition: its ministry has to settle it with who paid.
 */
public final class PaymentLifecycle {

    private static final Map<PaymentEvent, Set<PaymentState>> FROM = new EnumMap<>(Map.of(
            PaymentEvent.PAYMENT_REPORTED, Set.of(WAITING, LAPSED),
            PaymentEvent.CANCELLATION_REPORTED, Set.of(WAITING),
            PaymentEvent.DUE_DAY_PASSED, Set.of(WAITING)));

    private PaymentLifecycle() {}

    /** Where the event leads from the given state, or empty when it changes nothing there. */
    public static Optional<PaymentState> next(PaymentState from, PaymentEvent event) {
        return FROM.get(event).contains(from) ? Optional.of(event.goal()) : Optional.empty();
    }
}
