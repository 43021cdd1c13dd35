package io.renkei.ports.payments;

/** What happens to a payment request. Each event leads to one state. */
public enum PaymentEvent {
    /** Its ministry says that it was paid. */
    PAYMENT_REPORTED(PaymentState.PAID),
    /** Its ministry takes it back. */
    CANCELLATION_REPORTED(PaymentState.CANCELLED),
    /** The gateway's clock is past the end of its last day. */
    DUE_DAY_PASSED(PaymentState.LAPSED);

    private final PaymentState goal;

    PaymentEvent(PaymentState goal) {
        this.goal = goal;
    }

    /** The state that it leads to, where it is legal. */
    public PaymentState goal() {
        return goal;
    }
}
