package io.renkei.api.model;

/**
 * 個人番号: the twelve digits that name a person. It prints as a mask, stands in no index, list, event or key, and is
 * released only to a destination whose procedure is marked for it. The last digit is the check digit: the sum of the
 * others weighted 6 5 4 3 2 7 6 5 4 3 2, modulo 11; 0 for a remainder of 1 or less, else 11 minus it (総務省令 第5条).
 *
 * <p>No record, so that no generated accessor, {@code toString} or serialiser shows it by accident.
 */
public final class IndividualNumber {

    private static final int[] WEIGHTS = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private final String digits;

    /** @throws IllegalArgumentException if the text is not 12 digits or fails its check digit; it does not repeat them */
    public IndividualNumber(String digits) {
        if (digits == null || digits.length() != WEIGHTS.length + 1 || !Luhn.isDigits(digits)) {
            throw new IllegalArgumentException("an individual number has 12 digits");
        }
        if (digits.charAt(WEIGHTS.length) - '0' != checkDigit(digits)) {
            throw new IllegalArgumentException("the check digit of the individual number is wrong");
        }
        this.digits = digits;
    }

    /** The digits, for the one place that writes them into a filing whose procedure is marked for them. */
    public String release() {
        return digits;
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndividualNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "************";
    }
}
