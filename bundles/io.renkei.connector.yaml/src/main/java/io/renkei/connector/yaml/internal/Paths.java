package io.renkei.connector.yaml.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/** Paths below the endpoint of a destination. None can leave it: neither host nor a step upwards can be written. */
final class Paths {

    private static final String SEGMENT = "(?:[A-Za-z0-9_~-]|\\.(?!\\.)|\\$\\{(?:filing|procedure)\\})+";
    private static final Pattern FORM = Pattern.compile("(?:/" + SEGMENT + "){1,16}/?");

    private Paths() {}

    static Optional<TextTemplate> read(Tree place) {
        return text(place).map(TextTemplate::parse);
    }

    static Optional<String> text(Tree place) {
        return place.form(
                FORM,
                "is a path like /applications/${filing}: letters, digits, . _ ~ - and of references ${filing} and "
                        + "${procedure} only.");
    }
}
