package io.renkei.notices.internal;

import io.renkei.ports.notices.NoticeFact;
import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Periods of each destination: what is said of an instance, else of its kind, else of all.
 *
 * @param fetch for how long a document can be fetched; empty text in the file is for ever
 * @param warn how long before its end the addressee is warned
 * @param objection how long the period for an objection is; empty text is none
 * @param objectionFrom the fact that it runs from
 */
record PeriodSettings(
        ByDestination<Optional<Span>> fetch,
        ByDestination<Span> warn,
        ByDestination<Optional<Period>> objection,
        ByDestination<NoticeFact> objectionFrom) {

    static final String FETCH = "fetch.period";
    static final String WARN = "warn.period";
    static final String OBJECTION = "objection.period";
    static final String OBJECTION_FROM = "objection.from";

    /** Keys that a destination may follow. */
    static final List<String> FAMILIES = List.of(FETCH + ".", WARN + ".", OBJECTION + ".", OBJECTION_FROM + ".");

    private static final Set<NoticeFact> BEGINNINGS =
            Set.of(NoticeFact.AVAILABLE, NoticeFact.SEEN, NoticeFact.OPENED, NoticeFact.FETCHED);

    static PeriodSettings read(NoticesConfig config, Map<String, ?> all, List<String> faults) {
        Reader reader = new Reader(all, faults);
        return new PeriodSettings(
                reader.read(FETCH, config.fetch_period(), text -> given(text).map(Span::parse)),
                reader.read(WARN, config.warn_period(), Span::parse),
                reader.read(
                        OBJECTION,
                        config.objection_period(),
                        text -> given(text).map(PeriodSettings::period)),
                reader.read(OBJECTION_FROM, config.objection_from(), PeriodSettings::beginning));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(each -> !each.isEmpty());
    }

    private static Period period(String text) {
        try {
            Period period = Period.parse(text);
            if (period.isZero() || period.isNegative() || period.toTotalMonths() > 12 * 10) {
                throw new IllegalArgumentException("a period for objections lies between a day and ten years");
            }
            return period;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a period for objections is written like P3M", e);
        }
    }

    private static NoticeFact beginning(String text) {
        return BEGINNINGS.stream()
                .filter(fact -> fact.name().toLowerCase(Locale.ROOT).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is available, seen, opened or fetched"));
    }

    /** Reads one key with those that name a destination; a wrong one is a fault and leaves its value out. */
    private record Reader(Map<String, ?> file, List<String> faults) {

        <T> ByDestination<T> read(String key, String text, Function<String, T> form) {
            T all = null;
            try {
                all = form.apply(text);
            } catch (IllegalArgumentException e) {
                faults.add(key + ": " + e.getMessage() + ".");
            }
            return ByDestination.read(file, key + ".", all, form, faults);
        }
    }
}
