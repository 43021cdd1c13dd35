package io.renkei.ports.payments;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Payment requests. Each change of one, its row of the application's hash chain and its outbox row of kind {@code
 * PAYMENT_CHANGED} are one transaction. Safe for use by several threads and several nodes.
 */
@ProviderType
public interface PaymentStore {

    /**
     * Keeps a request in state {@link PaymentState#WAITING}; one with the same number of the same destination is kept once.
     *
     * @param lapses the first moment after its last day
     * @return anything but {@link RequestPayment.Taken.LinkNotListed}
     */
    RequestPayment.Taken keep(DestinationId from, SenderNumber number, PaymentRequest what, Instant lapses, Instant at);

    /**
     * What the number was answered with.
     *
     * @return {@link RequestPayment.Taken.Kept} with the same content, {@link RequestPayment.Taken.NumberReused} with other
     *     content, or empty if the number is new
     */
    Optional<RequestPayment.Taken> findByNumber(DestinationId from, SenderNumber number, PaymentRequest what);

    /**
     * What its ministry reports.
     *
     * @param paidOn with {@link PaymentEvent#PAYMENT_REPORTED}
     * @return anything but {@link RequestPayment.Reported.DayToCome}
     */
    RequestPayment.Reported report(
            DestinationId from, PaymentId id, PaymentEvent event, Optional<LocalDate> paidOn, Instant at);

    /**
     * Lapses those whose last day is over. What another node works on is left to it.
     *
     * @param limit 1 to 500
     * @return how many were looked at: as many as the limit means that there may be more
     */
    int passDueDays(Instant now, int limit);

    /** One of the destination's own, with its details; another's answers like an unknown one. */
    Optional<PaymentView> find(DestinationId from, PaymentId id);

    /** One for a filing that this partner submitted, with its details; another's answers like an unknown one. */
    Optional<PaymentView> find(PartnerId addressee, PaymentId id);

    /** Those of these that exist, in no order, without details. */
    List<PaymentView> find(Set<PaymentId> ids);

    /**
     * Those for filings that this partner submitted, newest first, with their details.
     *
     * @param before the last one of the page before
     * @param limit 1 to 100
     */
    List<PaymentView> list(PartnerId addressee, PaymentFilter filter, Optional<PaymentId> before, int limit);

    /**
     * Those of a destination that wait to be paid, that first which waits longest, without details.
     *
     * @param after the last one of the page before
     * @param limit 1 to 100
     */
    List<PaymentView> waiting(DestinationId from, Optional<PaymentId> after, int limit);

    /**
     * For operators: the last changed first, without details.
     *
     * @param limit 1 to 100
     */
    List<PaymentView> list(PaymentState state, int limit);
}
