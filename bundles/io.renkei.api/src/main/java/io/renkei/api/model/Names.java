package io.renkei.api.model;

import java.util.regex.Pattern;

/** One place for the form of short ids, so that all of them refuse alike. */
final class Names {

    private Names() {}

    static void require(Pattern form, String value, String sentence) {
        if (value == null || !form.matcher(value).matches()) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
