package io.renkei.api.model;

/**
 * 法人番号: the 13 digits that name a legal person. The first is the check digit: 9 minus the weighted sum, modulo 9, of
 * the twelve others, weighted 1 and 2 in turn from the right (法人番号の指定等に関する省令 別表).
 *
 * @param digits the 13 digits
 */
public record CorporateNumber(String digits) {

    private static final int LENGTH = 13;

    /** @throws IllegalArgumentException if the text is not 13 digits or fails its check digit */
    public CorporateNumber {
        if (digits == null || digits.length() != LENGTH || !Luhn.isDigits(digits)) {
            throw new IllegalArgumentException("a corporate number has 13 digits");
        }
        if (digits.charAt(0) - '0' != checkDigit(digits.substring(1))) {
            throw new IllegalArgumentException("the check digit of the corporate number is wrong");
        }
    }

    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = i % 2 == 0 ? 1 : 2;
            sum += (body.charAt(body.length() - 1 - i) - '0') * weight;
        }
        return 9 - sum % 9;
    }

    @Override
    public String toString() {
        return digits;
    }
}
