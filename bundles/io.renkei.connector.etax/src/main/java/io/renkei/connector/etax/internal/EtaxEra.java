package io.renkei.connector.etax.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * A day in e-Tax's own era code: 明治 1, 大正 2, 昭和 3, 平成 4, 令和 5 (not the code of the pension files, which writes
 * 令和 as 9). An era begins on its first day: 令和 on 2019-05-01.
 */
record EtaxEra(int era, int year, int month, int day) {

    private static final int AFTER_SHOWA = 2;

    /** Empty before 1873, where the Japanese calendar was another one. */
    static Optional<EtaxEra> of(LocalDate date) {
        try {
            JapaneseDate japanese = JapaneseDate.from(date);
            return Optional.of(new EtaxEra(
                    japanese.getEra().getValue() + AFTER_SHOWA,
                    japanese.get(ChronoField.YEAR_OF_ERA),
                    date.getMonthValue(),
                    date.getDayOfMonth()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
