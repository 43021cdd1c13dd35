package io.renkei.companystore.internal;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a company's store gave. */
sealed interface Fetched {

    /** The object, all of it, as it was recorded; to be closed. */
    record Same(InputStream body) implements Fetched {
        public Same {
            Objects.requireNonNull(body, "body");
        }
    }

    /** Another object, or none any more. */
    record Other() implements Fetched {}

    /**
     * No object for now.
     *
     * @param retryAfterSeconds 1 to 3600
     */
    record NotNow(int retryAfterSeconds) implements Fetched {}

    default <T> T fold(Function<Same, T> same, Supplier<T> other, Function<NotNow, T> notNow) {
        if (this instanceof Same one) {
            return same.apply(one);
        }
        return this instanceof NotNow one ? notNow.apply(one) : other.get();
    }
}
