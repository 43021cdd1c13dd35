package io.renkei.connector.yaml.internal;

import java.util.regex.Pattern;

/** The forms of names that a file gives. */
final class Names {

    static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    static final String WORD_SENTENCE = "is a lower-case word of letters, digits and hyphens, 32 at most.";

    private Names() {}

    static boolean isWord(String name, Tree place) {
        if (WORD.matcher(name).matches()) {
            return true;
        }
        place.fault("its name " + WORD_SENTENCE);
        return false;
    }
}
