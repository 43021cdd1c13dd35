package io.renkei.ports.announcements;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The inbox of a person or a company, by its portal's own opaque name for it: 1 to 64 letters, digits, {@code -} and
 * {@code _}. It tells nothing about its owner, so that it may stand in a path.
 */
public record InboxId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public InboxId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an inbox has a name of 1 to 64 letters, digits, - and _");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
