package io.renkei.ports.people;

import java.security.SecureRandom;
import java.util.Locale;

/** A code that a person is told or shown and types somewhere else: 60 random bits in 12 characters. Safe for use by several threads. */
public final class TypedCode {

    /** Digits and letters that are not taken for one another when they are told (Crockford's base 32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TypedCode() {}

    /** A new one. */
    public static String draw() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** A code as it was drawn, from what somebody typed: case, blanks, hyphens and what looks alike do not matter. */
    public static String read(String typed) {
        return typed.length() > 4 * LENGTH
                ? ""
                : typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
    }

    /** In groups of four, as it is shown. */
    public static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
