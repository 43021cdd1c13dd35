package io.renkei.ports.announcements;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an agency says. It prints nothing of it.
 *
 * @param title in Japanese, 1 to 200 characters
 * @param titleEn in English, to 200 characters; empty text if there is none
 * @param text in Japanese, 1 to 10,000 characters, plain
 * @param textEn in English, to 10,000 characters; empty text if there is none
 * @param link where to go on, {@code https://}, to 1,000 visible ASCII characters; empty text if there is none
 * @param until when it is no longer shown
 */
public record Announcement(
        String title, String titleEn, String text, String textEn, String link, Optional<Instant> until) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 10_000;
    public static final int LONGEST_LINK = 1_000;

    public Announcement {
        Objects.requireNonNull(until, "until");
        require("title", title, 1, LONGEST_TITLE);
        require("title_en", titleEn, 0, LONGEST_TITLE);
        require("text", text, 1, LONGEST_TEXT);
        require("text_en", textEn, 0, LONGEST_TEXT);
        require("link", link, 0, LONGEST_LINK);
        if (!link.isEmpty() && !link.matches("https://[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException("link begins with https:// and is plain ASCII");
        }
    }

    private static void require(String name, String value, int least, int most) {
        Objects.requireNonNull(value, name);
        int length = value.codePointCount(0, value.length());
        if (length < least || length > most || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    name + " has " + least + " to " + most + " characters, none of them zero");
        }
    }

    @Override
    public String toString() {
        return "Announcement";
    }
}
