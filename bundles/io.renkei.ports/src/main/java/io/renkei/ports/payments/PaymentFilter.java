package io.renkei.ports.payments;

import io.renkei.api.model.FilingKey;
import java.util.Objects;
import java.util.Optional;

/** Which payment requests are asked for; what is empty is not looked at. */
public record PaymentFilter(Optional<FilingKey> filing, Optional<PaymentState> state) {

    /** All of them. */
    public static final PaymentFilter ALL = new PaymentFilter(Optional.empty(), Optional.empty());

    public PaymentFilter {
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(state, "state");
    }
}
