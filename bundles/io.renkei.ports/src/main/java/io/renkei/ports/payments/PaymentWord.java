package io.renkei.ports.payments;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import java.time.Instant;
import java.util.Objects;

/**
 * A word of a destination on the state of a payment that is not known here, so that nothing changed by it.
 *
 * @param number that destination's own number of the payment request, which need not have been taken
 * @param word as received, without control characters and cut to {@value #LONGEST} characters; may be empty
 * @param since when it was heard first
 */
public record PaymentWord(DestinationId from, SenderNumber number, FilingKey filing, String word, Instant since) {

    /** More is no word of a state. */
    public static final int LONGEST = 32;

    public PaymentWord {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(since, "since");
        word = word.codePoints()
                .filter(each -> !Character.isISOControl(each) && Character.isDefined(each) && !isHalf(each))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return "PaymentWord[" + from + " " + number + "]";
    }
}
