package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * The number that a sender gives to what it submits: unique per partner, and the reason why a repeated submission has
 * one effect.
 *
 * @param value 1 to 64 visible ASCII characters
 */
public record SenderNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** @throws IllegalArgumentException if the number has another form */
    public SenderNumber {
        Names.require(FORM, value, "a sender's number is 1 to 64 visible ASCII characters");
    }

    @Override
    public String toString() {
        return value;
    }
}
