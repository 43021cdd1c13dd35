package io.renkei.api.model;

import java.util.regex.Pattern;

/**
 * A system that may call the doors, named by configuration and never by its certificate's text.
 *
 * @param value lower-case words joined by hyphens, 1 to 48 characters
 */
public record PartnerId(String value) {

    private static final Pattern FORM = Pattern.compile("(?=.{1,48}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException if the id has another form */
    public PartnerId {
        Names.require(FORM, value, "a partner id is 1 to 48 lower-case letters and digits, joined by hyphens");
    }

    @Override
    public String toString() {
        return value;
    }
}
