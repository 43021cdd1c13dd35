package io.renkei.catalogue.internal;

import java.util.Optional;

/** Check digits that no type of item brings with it. */
enum CheckDigit {

    /**
     * 全国地方公共団体コード: six digits, the last the check digit: 11 minus the sum of the others weighted 6 5 4 3 2,
     * modulo 11, its last digit; where the sum is below 11, 11 minus the sum (総務省 全国地方公共団体コード仕様).
     */
    LOCAL_GOVERNMENT("local-government") {
        @Override
        boolean right(String value) {
            if (value.length() != 6 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += (value.charAt(i) - '0') * (6 - i);
            }
            return value.charAt(5) - '0' == (11 - sum % 11) % 10;
        }
    };

    private final String word;

    CheckDigit(String word) {
        this.word = word;
    }

    abstract boolean right(String value);

    static Optional<CheckDigit> of(String word) {
        for (CheckDigit digit : values()) {
            if (digit.word.equals(word)) {
                return Optional.of(digit);
            }
        }
        return Optional.empty();
    }
}
