package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * 申請先機関受付番号: a number that a destination gave to a filing. A filing may gather several (e-Gov 送信番号 and
 * 到達番号, e-Tax 受付番号); each is kept with its kind and none replaces another.
 *
 * @param destination who gave it
 * @param kind what the destination calls it, as a lower-case word such as {@code arrive-id}
 * @param value the number as received, 1 to 64 visible ASCII characters
 */
public record ReceiptNumber(DestinationId destination, String kind, String value) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** @throws IllegalArgumentException if a part is missing or has another form */
    public ReceiptNumber {
        if (destination == null) {
            throw new IllegalArgumentException("a receipt number needs its destination");
        }
        Names.require(KIND, kind, "the kind of a receipt number is a lower-case word of 32 characters at most");
        Names.require(VALUE, value, "a receipt number is 1 to 64 visible ASCII characters");
    }
}
