package io.renkei.ports.holdings;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What one service answered. A service that did not answer is named, and holds up no other. */
public sealed interface Answer<T> {

    /** It answered. */
    record Given<T>(T value) implements Answer<T> {
        public Given {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Given";
        }
    }

    /**
     * Nothing came of it, as when no link holds or the service is down.
     *
     * @param code of the gateway or of the connector; its sentence stands in docs/operators/error-codes.md
     */
    record Missing<T>(String code) implements Answer<T> {
        public Missing {
            Objects.requireNonNull(code, "code");
        }
    }

    default <R> R fold(Function<T, R> given, Function<String, R> missing) {
        return this instanceof Given<T> one ? given.apply(one.value()) : missing.apply(((Missing<T>) this).code());
    }

    default Optional<T> given() {
        return fold(Optional::of, code -> Optional.empty());
    }
}
