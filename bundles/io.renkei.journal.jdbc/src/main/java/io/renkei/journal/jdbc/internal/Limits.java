package io.renkei.journal.jdbc.internal;

/** Bounds on what callers may ask for. */
final class Limits {

    private Limits() {}

    static void require(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " lies between 1 and " + most);
        }
    }

    /** For what stands in a column: so long, and without the character that PostgreSQL keeps in no text. */
    static void require(String name, String text, int most) {
        if (text.length() > most || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " has at most " + most + " characters, none of them zero");
        }
    }
}
