package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Hands payment requests to their store. */
record MemoryDesk(PaymentStore payments, Clock clock) implements RequestPayment {

    @Override
    public Taken request(DestinationId from, SenderNumber number, PaymentRequest what) {
        return payments.keep(
                from,
                number,
                what,
                what.due().plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(9)),
                clock.instant());
    }

    @Override
    public Reported paid(DestinationId from, PaymentId id, LocalDate on) {
        return payments.report(from, id, PaymentEvent.PAYMENT_REPORTED, Optional.of(on), clock.instant());
    }

    @Override
    public Reported cancelled(DestinationId from, PaymentId id) {
        return payments.report(from, id, PaymentEvent.CANCELLATION_REPORTED, Optional.empty(), clock.instant());
    }
}
