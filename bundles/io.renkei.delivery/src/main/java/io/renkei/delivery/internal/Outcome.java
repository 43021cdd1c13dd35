package io.renkei.delivery.internal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What became of one try. */
sealed interface Outcome {

    /**
     * Busy or not ready (RFC 9110, 15.5.9; RFC 8470, 5.2; RFC 6585, 4), or not meant for who calls or for this address (RFC
     * 9110, 15.5.2, 15.5.4, 15.5.5), which an operator mends: nothing is said about the notice.
     */
    Set<Integer> NOT_NOW = Set.of(401, 403, 404, 408, 425, 429);

    /** It has it already, by this key. */
    int HAD_IT = 409;

    /**
     * The service has it.
     *
     * @param reference where its addressee finds it, or empty text
     */
    record Taken(String reference) implements Outcome {}

    /** The service will never take it. */
    record Refused(int status) implements Outcome {}

    /**
     * To be tried again; the service may have it all the same.
     *
     * @param why in words without anything that the service said
     * @param pause what the service asks for
     */
    record Later(String why, Optional<Duration> pause) implements Outcome {
        public Later {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(pause, "pause");
        }
    }

    /** Of an answer. */
    static Outcome of(int status, String reference, Optional<Duration> pause) {
        if (status == HAD_IT || (status >= 200 && status <= 299)) {
            return new Taken(reference);
        }
        boolean refused = status >= 400 && status <= 499 && !NOT_NOW.contains(status);
        return refused ? new Refused(status) : new Later("the answer was " + status, pause);
    }

    default void tell(Consumer<Taken> taken, Consumer<Refused> refused, Consumer<Later> later) {
        if (this instanceof Taken one) {
            taken.accept(one);
        } else if (this instanceof Refused one) {
            refused.accept(one);
        } else {
            later.accept((Later) this);
        }
    }
}
