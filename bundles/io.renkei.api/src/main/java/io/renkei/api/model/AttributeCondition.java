package io.renkei.api.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which state of self-information is asked for (照会条件). Days are days of Japan. */
public sealed interface AttributeCondition {

    /** One function per case. */
    <T> T fold(Supplier<T> latest, Function<LocalDate, T> at, BiFunction<LocalDate, LocalDate, T> range);

    /** 最新情報 */
    record Latest() implements AttributeCondition {
        @Override
        public <T> T fold(Supplier<T> latest, Function<LocalDate, T> at, BiFunction<LocalDate, LocalDate, T> range) {
            return latest.get();
        }
    }

    /** 時点指定 */
    record At(LocalDate day) implements AttributeCondition {
        public At {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public <T> T fold(Supplier<T> latest, Function<LocalDate, T> at, BiFunction<LocalDate, LocalDate, T> range) {
            return at.apply(day);
        }
    }

    /** 範囲指定; both days belong to it. */
    record Range(LocalDate from, LocalDate to) implements AttributeCondition {
        public Range {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a range ends before it begins");
            }
        }

        @Override
        public <T> T fold(Supplier<T> latest, Function<LocalDate, T> at, BiFunction<LocalDate, LocalDate, T> range) {
            return range.apply(from, to);
        }
    }
}
