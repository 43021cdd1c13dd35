package io.renkei.ports.doors;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.MemoryPayments;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.RequestPayment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Takes links to pay.example alone; today is 24 November 2026. */
public final class FakePayments implements RequestPayment {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    public final MemoryPayments memory = new MemoryPayments();

    @Override
    public Taken request(DestinationId from, SenderNumber number, PaymentRequest what) {
        boolean listed = what.details().linkHost().map("pay.example"::equals).orElse(true);
        return listed ? memory.keep(from, number, what, Instant.MAX, FakeIntake.NOW) : new Taken.LinkNotListed();
    }

    @Override
    public Reported paid(DestinationId from, PaymentId id, LocalDate on) {
        return on.isAfter(TODAY)
                ? new Reported.DayToCome()
                : memory.report(from, id, PaymentEvent.PAYMENT_REPORTED, Optional.of(on), FakeIntake.NOW);
    }

    @Override
    public Reported cancelled(DestinationId from, PaymentId id) {
        return memory.report(from, id, PaymentEvent.CANCELLATION_REPORTED, Optional.empty(), FakeIntake.NOW);
    }
}
