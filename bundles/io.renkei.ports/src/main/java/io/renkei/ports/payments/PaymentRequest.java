package io.renkei.ports.payments;

import io.renkei.api.model.FilingKey;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a destination wants paid for one of its filings.
 *
 * @param due the last day, whole, in Japan; of the years 2000 to 2999. It may have passed: the request then lapses at once
 */
public record PaymentRequest(FilingKey filing, LocalDate due, PaymentDetails details) {

    private static final int FIRST_YEAR = 2_000;
    private static final int LAST_YEAR = 2_999;

    public PaymentRequest {
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(details, "details");
        if (due.getYear() < FIRST_YEAR || due.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("the last day is one of the years 2000 to 2999");
        }
    }

    @Override
    public String toString() {
        return "PaymentRequest[" + filing + "]";
    }
}
