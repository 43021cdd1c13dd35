package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticePeriods;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which periods a notice has. How long it can be fetched is a promise: it is fixed when the notice becomes available, and a
 * changed setting counts for later ones. The period for an objection is law: it is counted anew each time.
 */
final class Periods implements NoticePeriods {

    /** In any case a year from the day after the decision (行政不服審査法18条2項). */
    private static final Period LIMIT = Period.ofYears(1);

    private final Supplier<PeriodSettings> settings;
    private final ObjectionPeriod days;

    Periods(Supplier<PeriodSettings> settings, Predicate<LocalDate> publicHoliday) {
        this.settings = settings;
        this.days = new ObjectionPeriod(publicHoliday);
    }

    /** For how long a document that becomes available then can be fetched; empty for ever. */
    Optional<Window> window(DestinationId from, Instant available) {
        PeriodSettings now = settings.get();
        return now.fetch().of(from).map(span -> {
            Instant until = span.after(available);
            Instant warning = now.warn().of(from).before(until);
            return new Window(warning.isBefore(available) ? available : warning, until);
        });
    }

    /** A window that ends then, with the warning of the destination. */
    Window until(DestinationId from, Instant end) {
        return new Window(settings.get().warn().of(from).before(end), end);
    }

    @Override
    public Optional<Objection> objection(NoticeView notice) {
        PeriodSettings now = settings.get();
        boolean decides = notice.verdict() == NoticeVerdict.MATCHED || notice.verdict() == NoticeVerdict.SUPERSEDED;
        return now.objection().of(notice.from()).filter(period -> decides).map(period -> {
            NoticeFact from = now.objectionFrom().of(notice.from());
            Optional<LocalDate> limit = notice.facts().issued().map(day -> days.lastDay(day, LIMIT));
            Optional<LocalDate> end = notice.facts()
                    .at(from)
                    .map(at -> days.lastDay(at.atZone(Span.JAPAN).toLocalDate(), period));
            return new Objection(from, end.flatMap(day -> earlier(day, limit)), limit);
        });
    }

    private static Optional<LocalDate> earlier(LocalDate day, Optional<LocalDate> limit) {
        return Stream.concat(Stream.of(day), limit.stream()).min(LocalDate::compareTo);
    }
}
