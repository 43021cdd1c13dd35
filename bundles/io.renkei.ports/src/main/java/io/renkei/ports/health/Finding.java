package io.renkei.ports.health;

import java.util.Objects;

/**
 * One part and how it does.
 *
 * @param part one or two words of lower case, such as {@code certificates}; several findings may name the same part
 * @param sentence what is so and, unless all is well, what to do; no personal data
 */
public record Finding(String part, Level level, String sentence) {

    /** What a reader has to do, and whether a monitor is told. */
    public enum Level {
        /** Nothing. */
        OK,
        /** Somebody should act in the coming days; monitors see no failure. */
        WARNING,
        /** Somebody must act now; {@code renkei:health} ends with exit code 1. */
        CRITICAL
    }

    public Finding {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(sentence, "sentence");
    }

    public static Finding ok(String part, String sentence) {
        return new Finding(part, Level.OK, sentence);
    }

    public static Finding warning(String part, String sentence) {
        return new Finding(part, Level.WARNING, sentence);
    }

    public static Finding critical(String part, String sentence) {
        return new Finding(part, Level.CRITICAL, sentence);
    }
}
