package io.renkei.notices.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;

/**
 * A span of ISO 8601. One of days or longer is counted in days of Japan, of which the first is not counted (民法140条) and
 * the last is whole; one with hours, minutes or seconds is exact.
 *
 * @param amount a {@link Period} or a {@link Duration}
 */
record Span(TemporalAmount amount) {

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int LONGEST_YEARS = 30;

    /** @throws IllegalArgumentException if it is none, or not between a second and 30 years */
    static Span parse(String text) {
        try {
            Span span = new Span(text.indexOf('T') >= 0 ? Duration.parse(text) : Period.parse(text));
            Instant end = span.after(Instant.EPOCH);
            Instant longest = new Span(Period.ofYears(LONGEST_YEARS)).after(Instant.EPOCH);
            if (end.isBefore(Instant.EPOCH.plusSeconds(1)) || end.isAfter(longest) || isMixed(span)) {
                throw new IllegalArgumentException("a span lies between a second and 30 years");
            }
            return span;
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("a span is written like P90D, P3M or PT12H", e);
        }
    }

    private static boolean isMixed(Span span) {
        return span.amount() instanceof Period period
                && (period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0 || period.isZero());
    }

    /** The first moment after it. */
    Instant after(Instant from) {
        return amount instanceof Duration exact
                ? from.plus(exact)
                : from.atZone(JAPAN)
                        .toLocalDate()
                        .plus(amount)
                        .plusDays(1)
                        .atStartOfDay(JAPAN)
                        .toInstant();
    }

    /** As long before the end of something else. */
    Instant before(Instant end) {
        return amount instanceof Duration exact
                ? end.minus(exact)
                : end.atZone(JAPAN).minus(amount).toInstant();
    }

    /** The last moment from which it has run by then; where months differ in length, up to three days before that. */
    Instant begunBy(Instant end) {
        return amount instanceof Duration exact
                ? end.minus(exact)
                : end.atZone(JAPAN)
                        .toLocalDate()
                        .minus(amount)
                        .atStartOfDay(JAPAN)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
    }

    /** The day after which it has run, by its months and days alone. */
    LocalDate after(LocalDate from) {
        return from.plus(amount);
    }
}
