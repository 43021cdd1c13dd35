package io.renkei.ports.notices;

import io.renkei.api.model.FilingKey;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a ministry's authenticated call says beside a document. It names the filing of a document that cannot, as a PDF;
 * where the document names one itself, both have to be the same. It never stands for the seal.
 *
 * @param filing the gateway's number of the filing
 * @param receiptNumber the destination's own number of it; 1 to 64 visible ASCII characters
 */
public record DeliveryNote(Optional<FilingKey> filing, Optional<String> receiptNumber) {

    /** A call that says nothing. */
    public static final DeliveryNote NONE = new DeliveryNote(Optional.empty(), Optional.empty());

    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** @throws IllegalArgumentException if the receipt number is not written like that */
    public DeliveryNote {
        Objects.requireNonNull(filing, "filing");
        Objects.requireNonNull(receiptNumber, "receiptNumber");
        if (receiptNumber.filter(number -> !NUMBER.matcher(number).matches()).isPresent()) {
            throw new IllegalArgumentException("a receipt number is 1 to 64 visible ASCII characters");
        }
    }

    /**
     * Reads it as it was sent.
     *
     * @param filing the filing's number, or empty text
     * @param receiptNumber the destination's own number, or empty text
     * @throws IllegalArgumentException if one of them is not written as such a number is
     */
    public static DeliveryNote of(String filing, String receiptNumber) {
        return new DeliveryNote(
                filing.isEmpty() ? Optional.empty() : Optional.of(FilingKey.parse(filing)),
                receiptNumber.isEmpty() ? Optional.empty() : Optional.of(receiptNumber));
    }

    public boolean isEmpty() {
        return filing.isEmpty() && receiptNumber.isEmpty();
    }
}
