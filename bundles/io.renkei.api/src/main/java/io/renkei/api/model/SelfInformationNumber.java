package io.renkei.api.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** Number of an item of self-information (自己情報), such as {@code 2} or {@code 3-14}: the numbering of the published list of 61. */
public record SelfInformationNumber(String value) implements Comparable<SelfInformationNumber> {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d?(-[1-9]\\d?)?");

    public SelfInformationNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the number of an item of self-information");
        }
    }

    /** Empty if the text is none. */
    public static Optional<SelfInformationNumber> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SelfInformationNumber(text)) : Optional.empty();
    }

    @Override
    public int compareTo(SelfInformationNumber other) {
        int first = Integer.compare(part(0), other.part(0));
        return first != 0 ? first : Integer.compare(part(1), other.part(1));
    }

    private int part(int index) {
        String[] parts = value.split("-");
        return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
