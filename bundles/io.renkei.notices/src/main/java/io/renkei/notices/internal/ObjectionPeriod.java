package io.renkei.notices.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/**
 * Days of a period that a law counts in calendar months or years. It begins on the day after (行政不服審査法18条1項), ends
 * on the day before the one that corresponds to its first, or on the last day of a month that has no such day
 * (民法143条2項), and where that is a holiday of the administration (行政機関の休日に関する法律1条: Saturday, Sunday, public
 * holidays, 29 December to 3 January) on the next day that is none (2条).
 */
final class ObjectionPeriod {

    private static final MonthDay YEAR_ENDS = MonthDay.of(12, 29);
    private static final MonthDay YEAR_BEGINS = MonthDay.of(1, 3);

    private final Predicate<LocalDate> publicHoliday;

    ObjectionPeriod(Predicate<LocalDate> publicHoliday) {
        this.publicHoliday = publicHoliday;
    }

    /** @param day what it runs from, which is not counted */
    LocalDate lastDay(LocalDate day, Period period) {
        LocalDate first = day.plus(1, ChronoUnit.DAYS);
        LocalDate corresponding = first.plus(period);
        boolean exists = period.getDays() != 0 || corresponding.getDayOfMonth() == first.getDayOfMonth();
        return nextWorkingDay(exists ? corresponding.minusDays(1) : corresponding);
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day;
        while (isHoliday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean isHoliday(LocalDate day) {
        MonthDay inYear = MonthDay.from(day);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || !inYear.isBefore(YEAR_ENDS)
                || !inYear.isAfter(YEAR_BEGINS)
                || publicHoliday.test(day);
    }
}
