package io.renkei.ports.state;

import io.renkei.api.model.ArrivalNumber;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the database answered a new application. */
public sealed interface Admission {

    /** Written, with its filings, its first journal row and its outbox row. */
    record Admitted() implements Admission {}

    /**
     * The sender's number was used before with the same content: nothing was written.
     *
     * @param number the first application's
     * @param receipt the first receipt, byte for byte
     */
    record Repeated(ArrivalNumber number, byte[] receipt) implements Admission {

        public Repeated {
            receipt = receipt.clone();
        }

        @Override
        public byte[] receipt() {
            return receipt.clone();
        }
    }

    /** The sender's number was used before with other content: nothing was written. */
    record NumberReused() implements Admission {}

    /** The arrival number is taken: nothing was written; draw another. */
    record ArrivalNumberTaken() implements Admission {}

    /** One answer per case. */
    default <T> T fold(
            Supplier<T> admitted, Function<Repeated, T> repeated, Supplier<T> numberReused, Supplier<T> numberTaken) {
        if (this instanceof Repeated first) {
            return repeated.apply(first);
        }
        if (this instanceof NumberReused) {
            return numberReused.get();
        }
        return this instanceof ArrivalNumberTaken ? numberTaken.get() : admitted.get();
    }
}
