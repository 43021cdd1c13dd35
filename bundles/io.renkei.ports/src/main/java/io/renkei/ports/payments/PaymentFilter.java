package io.renkei.ports.payments;

import io.renkei.api.model.FilingKey;
import io.renkei.ports.announcements.InboxId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which payment requests are asked for; what is empty is not looked at.
 *
 * @param person only of applications that were placed in this inbox of a person
 */
public record PaymentFilter(Optional<FilingKey> filing, Optional<PaymentState> state, Optional<InboxId> person) {

    /** All of them. */
    public static final PaymentFilter ALL = new PaymentFilter(Optional.empty(), Optional.empty());

    public PaymentFilter {
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(person, "person");
    }

    /** Of whatever inbox. */
    public PaymentFilter(Optional<FilingKey> filing, Optional<PaymentState> state) {
        this(filing, state, Optional.empty());
    }

    /** The same for one person's inbox, where one is named. */
    public PaymentFilter of(Optional<InboxId> inbox) {
        return new PaymentFilter(filing, state, inbox);
    }
}
