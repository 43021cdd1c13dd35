package io.renkei.ports.payments;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The gateway's own name of a payment request; it grants no right. */
public record PaymentId(UUID value) {

    public PaymentId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<PaymentId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new PaymentId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
