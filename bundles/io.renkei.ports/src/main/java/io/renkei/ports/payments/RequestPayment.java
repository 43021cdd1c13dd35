package io.renkei.ports.payments;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SenderNumber;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes payment requests from ministries, and their word of what became of them. Safe for use by several threads.
 *
 * <p>Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had: nothing was taken.
 */
@ProviderType
public interface RequestPayment {

    /**
     * Keeps a request, durably, and tells the portal. The same number from the same destination with the same content
     * answers with the first one and has no second effect.
     *
     * @param from whose request it is, by the caller's authenticated identity
     */
    Taken request(DestinationId from, SenderNumber number, PaymentRequest what);

    /**
     * The money has come. Once more changes nothing: the first day stays.
     *
     * @param on the day on which it was paid, in Japan
     */
    Reported paid(DestinationId from, PaymentId id, LocalDate on);

    /** The request is taken back. Once more changes nothing. */
    Reported cancelled(DestinationId from, PaymentId id);

    /** What became of a request. */
    sealed interface Taken {

        /**
         * It is kept.
         *
         * @param repeated whether it was kept before
         */
        record Kept(PaymentView payment, boolean repeated) implements Taken {}

        /** The number was used for another request: nothing was taken. */
        record NumberReused() implements Taken {}

        /** The destination has no such filing, or its case was erased: nothing was taken. */
        record NoSuchFiling() implements Taken {}

        /** The host of the link is none that the operator has listed for this destination: nothing was taken. */
        record LinkNotListed() implements Taken {}
    }

    /** What became of a report. */
    sealed interface Reported {

        /**
         * It counts.
         *
         * @param repeated whether it counted before
         */
        record Counts(PaymentView payment, boolean repeated) implements Reported {}

        /** The request has ended another way, and stays as it is. */
        record Ended(PaymentView payment) implements Reported {}

        /** The day has not come yet: nothing was taken. */
        record DayToCome() implements Reported {}

        /** The destination has no such request. */
        record NoSuchPayment() implements Reported {}
    }
}
