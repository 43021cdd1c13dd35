package io.renkei.door.pages.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which language a page is. */
enum Language {
    JAPANESE("ja"),
    ENGLISH("en");

    private static final int MAX_CHARS = 256;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    boolean isEnglish() {
        return this == ENGLISH;
    }

    static Optional<Language> ofTag(String tag) {
        return switch (tag) {
            case "ja" -> Optional.of(JAPANESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    /** By RFC 4647 lookup; Japanese where nothing fits or the header cannot be read. */
    static Language ofHeader(String acceptLanguage) {
        if (acceptLanguage.isEmpty() || acceptLanguage.length() > MAX_CHARS) {
            return JAPANESE;
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of("ja", "en"));
            return "en".equals(found) ? ENGLISH : JAPANESE;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return JAPANESE;
        }
    }
}
