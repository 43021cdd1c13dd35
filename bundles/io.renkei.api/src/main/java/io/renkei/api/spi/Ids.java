package io.renkei.api.spi;

import java.util.regex.Pattern;

/** The forms of what another system names and says. */
final class Ids {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Ids() {}

    static void require(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id has 1 to 64 letters, digits, dots, hyphens and underscores");
        }
    }

    static void require(String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException("a text has 1 to " + most + " characters");
        }
    }
}
