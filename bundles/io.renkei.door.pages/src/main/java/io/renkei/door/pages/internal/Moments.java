package io.renkei.door.pages.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as a person in Japan reads them. */
final class Moments {

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME_JA = DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm", Locale.JAPAN);
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm '(Japan)'", Locale.UK);

    private Moments() {}

    static String day(LocalDate day, Language language) {
        return (language.isEnglish() ? DAY_EN : DAY_JA).format(day);
    }

    static String time(Instant at, Language language) {
        return (language.isEnglish() ? TIME_EN : TIME_JA).format(at.atZone(JAPAN));
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, JAPAN);
    }
}
