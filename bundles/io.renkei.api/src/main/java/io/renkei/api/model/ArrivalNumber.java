package io.renkei.api.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.random.RandomGenerator;

/**
 * 受付番号（本システム）: the gateway's own number of an application.
 *
 * <p>18 digits: the Japanese date of arrival (yyyyMMdd), nine random digits, one Luhn check digit over the seventeen
 * before it. It identifies and grants nothing: knowing a number gives no right to see its application.
 *
 * @param digits the 18 digits
 */
public record ArrivalNumber(String digits) implements Comparable<ArrivalNumber> {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int LENGTH = 18;
    private static final long NINE_DIGITS = 1_000_000_000L;

    /** @throws IllegalArgumentException if the text has another form, names no day, or fails its check digit */
    public ArrivalNumber {
        if (digits == null || digits.length() != LENGTH || !Luhn.isDigits(digits)) {
            throw new IllegalArgumentException("an arrival number has 18 digits");
        }
        if (!Luhn.isValid(digits)) {
            throw new IllegalArgumentException("the check digit of the arrival number is wrong");
        }
        LocalDate.parse(digits.substring(0, 8), DATE);
    }

    /**
     * Draws a number for the given Japanese date. Uniqueness is not promised here: the database has the constraint and
     * the caller draws again.
     *
     * @param date the date of arrival in Asia/Tokyo
     * @param random a source that cannot be predicted, so that numbers cannot be guessed from one another
     */
    public static ArrivalNumber draw(LocalDate date, RandomGenerator random) {
        String body = DATE.format(date) + String.format("%09d", random.nextLong(NINE_DIGITS));
        return new ArrivalNumber(body + Luhn.checkDigit(body));
    }

    /** The Japanese date on which the application arrived. */
    public LocalDate date() {
        return LocalDate.parse(digits.substring(0, 8), DATE);
    }

    @Override
    public int compareTo(ArrivalNumber other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
