package io.renkei.format.egov.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Japanese eras as e-Gov writes them, in kanji. An era's first year may be read as 元. */
public enum Era {
    MEIJI("明治", LocalDate.of(1868, 10, 23)),
    TAISHO("大正", LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", LocalDate.of(1926, 12, 25)),
    HEISEI("平成", LocalDate.of(1989, 1, 8)),
    REIWA("令和", LocalDate.of(2019, 5, 1));

    private final String kanji;
    private final LocalDate first;

    Era(String kanji, LocalDate first) {
        this.kanji = kanji;
        this.first = first;
    }

    /** @throws IllegalArgumentException if the day lies before 明治 */
    public static Era of(LocalDate day) {
        Era found = null;
        for (Era era : values()) {
            if (!day.isBefore(era.first)) {
                found = era;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("a day before 明治 has no era here");
        }
        return found;
    }

    public String kanji() {
        return kanji;
    }

    /** The year of this era that the day lies in, from 1. */
    public int year(LocalDate day) {
        return day.getYear() - first.getYear() + 1;
    }

    /** The day, if there is such a day in that era; 平成31年5月1日 is none. */
    static Optional<LocalDate> day(String kanji, String year, String month, String day) {
        for (Era era : values()) {
            if (era.kanji.equals(kanji)) {
                return number(year.equals("元") ? "1" : year)
                        .flatMap(y -> date(era.first.getYear() + y - 1, month, day))
                        .filter(date -> Era.of(date) == era);
            }
        }
        return Optional.empty();
    }

    /** The day of the western calendar, if there is such a day after the beginning of 明治. */
    static Optional<LocalDate> date(int year, String month, String day) {
        Optional<Integer> m = number(month);
        Optional<Integer> d = number(day);
        if (m.isEmpty() || d.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, m.get(), d.get())).filter(date -> !date.isBefore(MEIJI.first));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        String half = Widths.half(text);
        return half.matches("[0-9]{1,2}") ? Optional.of(Integer.parseInt(half)) : Optional.empty();
    }
}
