package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes payment requests and what becomes of them. Amounts, numbers and links are in no line of the log. */
final class PaymentDesk implements RequestPayment {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentDesk.class);

    private final PaymentStore payments;
    private final Supplier<PaymentSettings> settings;
    private final Clock clock;

    PaymentDesk(PaymentStore payments, Supplier<PaymentSettings> settings, Clock clock) {
        this.payments = payments;
        this.settings = settings;
        this.clock = clock;
    }

    /** A repetition is answered as the first time, also when the list of hosts has changed since. */
    @Override
    public Taken request(DestinationId from, SenderNumber number, PaymentRequest what) {
        Optional<Taken> first = payments.findByNumber(from, number, what);
        if (first.isPresent()) {
            return first.get();
        }
        Optional<String> strange =
                what.details().linkHost().filter(host -> !settings.get().lists(from, host));
        if (strange.isPresent()) {
            NoticesCode code = NoticesCode.LINK_NOT_LISTED;
            LOG.warn("{}: {} Destination: {}, host: {}", code.code(), code.sentence(), from, strange.get());
            return new Taken.LinkNotListed();
        }
        Taken taken = payments.keep(from, number, what, end(what.due()), clock.instant());
        if (taken instanceof Taken.Kept kept && !kept.repeated()) {
            try (var ignored = MDC.putCloseable("filing", what.filing().toString())) {
                LOG.info(
                        "Payment request {} of {} waits until {}.",
                        kept.payment().id(),
                        from,
                        what.due());
            }
        }
        return taken;
    }

    /** The first moment after a day of Japan. */
    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Span.JAPAN).toInstant();
    }

    @Override
    public Reported paid(DestinationId from, PaymentId id, LocalDate on) {
        if (on.isAfter(LocalDate.ofInstant(clock.instant(), Span.JAPAN))) {
            return new Reported.DayToCome();
        }
        return report(from, id, PaymentEvent.PAYMENT_REPORTED, Optional.of(on));
    }

    @Override
    public Reported cancelled(DestinationId from, PaymentId id) {
        return report(from, id, PaymentEvent.CANCELLATION_REPORTED, Optional.empty());
    }

    private Reported report(DestinationId from, PaymentId id, PaymentEvent event, Optional<LocalDate> day) {
        Reported reported = payments.report(from, id, event, day, clock.instant());
        if (reported instanceof Reported.Counts counts && !counts.repeated()) {
            LOG.info(
                    "Payment request {} of {} is {}.",
                    id,
                    from,
                    counts.payment().state());
        }
        if (reported instanceof Reported.Ended ended
                && event == PaymentEvent.PAYMENT_REPORTED
                && ended.payment().state() == PaymentState.CANCELLED) {
            NoticesCode code = NoticesCode.PAID_AFTER_CANCELLATION;
            LOG.warn("{}: {} Payment request: {}, destination: {}", code.code(), code.sentence(), id, from);
        }
        return reported;
    }
}
