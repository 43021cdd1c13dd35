package io.renkei.ports.sites;

import java.util.Objects;

/** A text in both languages. */
public record Words(String ja, String en) {

    public Words {
        Objects.requireNonNull(ja, "ja");
        Objects.requireNonNull(en, "en");
    }

    /** @param language {@code en}, or any other for Japanese */
    public String in(String language) {
        return language.equals("en") ? en : ja;
    }
}
