package io.renkei.door.rest.internal;

import java.util.List;
import java.util.Locale;

/** In which language a sentence stands first. Both always stand in an answer. */
enum Language {
    ENGLISH("en"),
    JAPANESE("ja");

    private static final List<String> KNOWN = List.of("en", "ja");

    private static final int MAX_CHARS = 256;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    /** By RFC 4647 lookup; English where nothing fits or the header cannot be read. */
    static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_CHARS) {
            return ENGLISH;
        }
        try {
            return "ja".equals(Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), KNOWN))
                    ? JAPANESE
                    : ENGLISH;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return ENGLISH;
        }
    }

    String choose(String english, String japanese) {
        return this == JAPANESE ? japanese : english;
    }
}
