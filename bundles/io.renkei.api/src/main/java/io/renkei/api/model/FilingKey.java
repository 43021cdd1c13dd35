package io.renkei.api.model;

/**
 * 届出番号: names one filing for ever, in the form {@code arrival number "-" two or more digits}. It travels to the
 * destination as idempotency key.
 *
 * @param application the application that the filing belongs to
 * @param sequence its place among the filings of the application, from 1
 */
public record FilingKey(ArrivalNumber application, int sequence) implements Comparable<FilingKey> {

    /** The most filings that one application may have. */
    public static final int MAX_SEQUENCE = 9_999;

    private static final int DASH = 18;

    /** @throws IllegalArgumentException if the sequence is outside 1 to {@value #MAX_SEQUENCE} */
    public FilingKey {
        if (application == null) {
            throw new IllegalArgumentException("a filing key needs an arrival number");
        }
        if (sequence < 1 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("the sequence of a filing lies between 1 and " + MAX_SEQUENCE);
        }
    }

    /** @throws IllegalArgumentException if the text is not the canonical form of a filing key */
    public static FilingKey parse(String text) {
        if (text == null || text.length() < DASH + 3 || text.length() > DASH + 5 || text.charAt(DASH) != '-') {
            throw new IllegalArgumentException("a filing key is an arrival number, a dash and two or more digits");
        }
        String digits = text.substring(DASH + 1);
        if (!Luhn.isDigits(digits)) {
            throw new IllegalArgumentException("a filing key ends in digits");
        }
        FilingKey key = new FilingKey(new ArrivalNumber(text.substring(0, DASH)), Integer.parseInt(digits));
        if (!key.toString().equals(text)) {
            throw new IllegalArgumentException("a filing key has no more leading zeros than two digits need");
        }
        return key;
    }

    @Override
    public int compareTo(FilingKey other) {
        int byApplication = application.compareTo(other.application);
        return byApplication != 0 ? byApplication : Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return application + "-" + String.format("%02d", sequence);
    }
}
