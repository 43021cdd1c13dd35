package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * 情報提供用個人識別符号: the name of a person at one agency (番号法21条の2). Each agency has another one, and none can be derived from
 * the individual number. It prints as a mask and stands in no index, list, event, key or log. Its form is not public; here it is
 * opaque: 1 to 64 printable characters of ASCII, without space.
 *
 * <p>No record, so that no generated accessor, {@code toString} or serialiser shows it by accident.
 */
public final class LinkageCode {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,64}");

    private final String value;

    /** @throws IllegalArgumentException if the text has another form; it does not repeat it */
    public LinkageCode(String value) {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a linkage code has 1 to 64 printable characters of ASCII");
        }
        this.value = value;
    }

    /** The code, for the one place that writes it into a question to its agency, and for the store that encrypts it. */
    public String release() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkageCode code && code.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "************";
    }
}
