package io.renkei.catalogue.internal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when to when something is valid, in Japanese days.
 *
 * @param from the first day; empty: always was
 * @param until the first day after it; empty: until further notice
 */
record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

    static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(day::isBefore).orElse(true);
    }

    boolean overlaps(Period other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    boolean isEmpty() {
        return from.isPresent() && until.isPresent() && !from.get().isBefore(until.get());
    }

    private boolean startsBeforeEndOf(Period other) {
        return from.isEmpty() || other.until.isEmpty() || from.get().isBefore(other.until.get());
    }
}
