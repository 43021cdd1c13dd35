package io.renkei.settings.internal;

/** What the log and a refused change say. */
enum SettingsCode {
    KEPT_OUT(1, "The change of %s.cfg is kept out and the settings of before stay in use. Correct the file: %s."),
    NOT_RIGHT(2, "What %s.cfg is for is not in use, as nothing right was in use before. Correct the file: %s."),
    REFUSED(3, "Nothing was changed: %s."),
    NO_CONFIGURATION(4, "There is no configuration %s. See renkei:setting-list."),
    NO_CHANGE(5, "%s has no change %s that can be undone. See renkei:setting-history."),
    MASKED(6, "What %s was before is not kept, as it was no reference. Set it by hand."),
    NOT_WRITTEN(7, "The settings of %s cannot be written; see the disk and who owns the folder: %s."),
    DOWN(8, "What it is for could not start: %s.");

    private final int number;
    private final String sentence;

    SettingsCode(int number, String sentence) {
        this.number = number;
        this.sentence = sentence;
    }

    String code() {
        return String.format("SETTINGS-%03d", number);
    }

    /** The sentence, completed by {@code what}. */
    String sentence(Object... what) {
        return String.format(sentence, what);
    }
}
