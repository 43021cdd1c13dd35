package io.renkei.api.model;

/** The check digit of ISO/IEC 7812-1 annex B, over ASCII digits only. */
final class Luhn {

    private Luhn() {}

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static int checkDigit(String body) {
        return (10 - sum(body, true) % 10) % 10;
    }

    static boolean isValid(String withCheckDigit) {
        return sum(withCheckDigit, false) % 10 == 0;
    }

    private static int sum(String digits, boolean doubleLast) {
        int sum = 0;
        boolean doubled = doubleLast;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int weighted = doubled ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
            doubled = !doubled;
        }
        return sum;
    }
}
