package io.renkei.notices.internal;

import java.util.Locale;

/**
 * 返戻: a destination gives a filing back, with a slip that says what is wrong. The slip is a file beside the sealed
 * document and no seal covers it; so it is the sealed title that says whether a document gives back.
 */
final class ReturnSlip {

    private static final String WORD = "返戻";
    private static final String FILE = "henrei.xml";

    private ReturnSlip() {}

    /** @param title as sealed */
    static boolean isNamedBy(String title) {
        return title.contains(WORD);
    }

    /** Whether a file of a package is a slip; which nobody vouches for. */
    static boolean isFile(String name) {
        return name.substring(name.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .equals(FILE);
    }
}
