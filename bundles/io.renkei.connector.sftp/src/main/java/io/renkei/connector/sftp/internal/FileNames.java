package io.renkei.connector.sftp.internal;

import io.renkei.api.model.FilingKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names of files may be, and what they say. */
final class FileNames {

    private static final int LONGEST = 200;

    /** A filing's number, and then nothing more or a sign that ends it. */
    private static final Pattern FILING = Pattern.compile("(\\d{18}-\\d{2,6})(?:[^\\d].*)?");

    /** Where a name in UTF-8 was broken. */
    private static final char REPLACEMENT = '\uFFFD';

    private FileNames() {}

    /** Whether it is left alone without a word: {@code .}, {@code ..} and what senders hide while they write it. */
    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Whether it names something in its folder and nowhere else. */
    static boolean isPlain(String name) {
        return !name.isEmpty()
                && !isHidden(name)
                && name.codePointCount(0, name.length()) <= LONGEST
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == REPLACEMENT || Character.isISOControl(c));
    }

    /** The filing that a name begins with, such as {@code 202611281234567890-01.pdf}. */
    static Optional<FilingKey> filing(String name) {
        Matcher number = FILING.matcher(name);
        if (!number.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FilingKey.parse(number.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
