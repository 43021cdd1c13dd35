package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PaymentReader;
import io.renkei.api.spi.PaymentReader.Payment;
import io.renkei.api.spi.PaymentReader.Standing;
import io.renkei.api.spi.StatusReader.Open;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.payments.PaymentWord;
import io.renkei.ports.payments.PaymentWords;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.payments.RequestPayment.Reported;
import io.renkei.ports.payments.RequestPayment.Taken;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what a destination wants paid and hands it to {@link RequestPayment}: for filings whose status is asked for, and for
 * those with a request that waits until the money has come, which may be long after the procedure is closed. That a request
 * lapsed is the gateway's own clock to say. Used by one thread at a time.
 */
final class PaymentPoll implements Poll {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentPoll.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int LIMIT = 50;
    private static final int REMEMBERED = 1_000;
    private static final int MOST_WORDS = 500;

    private final DestinationId destination;
    private final Duration patience;
    private final PaymentReader reader;
    private final Kernel kernel;
    private final Origins origins;
    private final Set<String> told = new HashSet<>();
    private Optional<PaymentId> mark = Optional.empty();
    private volatile long dueAt = System.nanoTime();

    /** @param patience nothing further is begun after it */
    PaymentPoll(DestinationId destination, Duration patience, PaymentReader reader, Kernel kernel, Origins origins) {
        this.destination = destination;
        this.patience = patience;
        this.reader = reader;
        this.kernel = kernel;
        this.origins = origins;
    }

    /** Asks about what waits, a page at a time, and goes on where it stopped. */
    @Override
    public boolean poll() throws TransientFailure {
        long now = System.nanoTime();
        Optional<PaymentStore> store = kernel.payments().get();
        if (!isDue() || store.isEmpty()) {
            return false;
        }
        do {
            List<PaymentView> waiting = store.get().waiting(destination, mark, LIMIT);
            mark = waiting.size() < LIMIT
                    ? Optional.empty()
                    : Optional.of(waiting.get(LIMIT - 1).id());
            take(opened(waiting));
        } while (mark.isPresent() && System.nanoTime() - now < patience.toNanos());
        if (mark.isEmpty()) {
            askAboutWords(now);
        }
        dueAt = now
                + (mark.isPresent() ? 0 : kernel.settings().get().paymentPause().toNanos());
        return mark.isPresent();
    }

    @Override
    public boolean isDue() {
        return System.nanoTime() - dueAt >= 0;
    }

    /** What was told in a word that is not known is asked about until it is, whatever became of its filing. */
    private void askAboutWords(long begun) throws TransientFailure {
        List<FilingKey> unclear = kernel.paymentWords().get().stream()
                .flatMap(words -> words.of(destination, MOST_WORDS).stream())
                .map(PaymentWord::filing)
                .distinct()
                .toList();
        for (int i = 0; i < unclear.size() && System.nanoTime() - begun < patience.toNanos(); i += LIMIT) {
            take(open(new LinkedHashSet<>(unclear.subList(i, Math.min(i + LIMIT, unclear.size())))));
        }
    }

    private List<Open> opened(List<PaymentView> waiting) {
        Set<FilingKey> keys = new LinkedHashSet<>();
        waiting.forEach(payment -> keys.add(payment.filing()));
        return open(keys);
    }

    private List<Open> open(Set<FilingKey> keys) {
        return kernel.filings().find(keys).stream()
                .flatMap(filing ->
                        origins
                                .sender(filing.key())
                                .map(sender -> new Open(filing.key(), filing.receipts(), sender))
                                .stream())
                .toList();
    }

    /** Takes what is wanted for these filings. */
    void take(List<Open> filings) throws TransientFailure {
        Optional<RequestPayment> request = kernel.requestPayment().get();
        Optional<PaymentWords> words = kernel.paymentWords().get();
        if (request.isEmpty() || words.isEmpty() || filings.isEmpty()) {
            return;
        }
        List<Payment> payments = reader.payments(filings);
        Set<SenderNumber> unclear = payments.isEmpty() ? Set.of() : unclear(words.get());
        for (Payment payment : payments) {
            try {
                if (payment.standing() == Standing.UNKNOWN) {
                    keep(words.get(), payment);
                } else {
                    take(request.get(), payment);
                    clear(words.get(), unclear, payment);
                }
            } catch (StateUnavailable e) {
                throw e;
            } catch (IllegalArgumentException e) {
                tell(payment, RoutesCode.PAYMENT_UNREADABLE);
            }
        }
    }

    /** What is not known changes nothing: neither is a request taken by it, nor does one that was taken move. */
    private void keep(PaymentWords words, Payment payment) {
        PaymentWord word = new PaymentWord(
                destination,
                new SenderNumber(payment.number()),
                payment.filing(),
                payment.raw(),
                kernel.clock().instant());
        if (words.keep(word)) {
            LOG.warn(
                    "{}: {} Filing: {}", RoutesCode.PAYMENT_WORD, RoutesCode.PAYMENT_WORD.sentence(), payment.filing());
        }
    }

    private Set<SenderNumber> unclear(PaymentWords words) {
        return words.of(destination, MOST_WORDS).stream()
                .map(PaymentWord::number)
                .collect(Collectors.toSet());
    }

    private void clear(PaymentWords words, Set<SenderNumber> unclear, Payment payment) {
        SenderNumber number = new SenderNumber(payment.number());
        if (unclear.contains(number)) {
            words.clear(destination, number);
        }
    }

    private void take(RequestPayment request, Payment payment) {
        Taken taken = request.request(destination, new SenderNumber(payment.number()), wanted(payment));
        if (taken instanceof Taken.Kept kept) {
            report(request, payment, kept.payment());
        } else if (taken instanceof Taken.NumberReused) {
            tell(payment, RoutesCode.PAYMENT_CHANGED);
        }
    }

    private static PaymentRequest wanted(Payment payment) {
        PayEasyNumber payEasy =
                new PayEasyNumber(payment.facility(), payment.payNumber(), payment.confirmation(), payment.category());
        return new PaymentRequest(
                payment.filing(), payment.due(), new PaymentDetails(payment.title(), "", payment.yen(), payEasy, ""));
    }

    private void report(RequestPayment request, Payment payment, PaymentView kept) {
        if (payment.standing() == Standing.PAID && kept.state() != PaymentState.PAID) {
            LocalDate today = LocalDate.ofInstant(kernel.clock().instant(), JAPAN);
            Reported reported =
                    request.paid(destination, kept.id(), payment.paidOn().orElse(today));
            if (reported instanceof Reported.DayToCome) {
                tell(payment, RoutesCode.PAYMENT_UNREADABLE);
            }
        } else if (payment.standing() == Standing.CANCELLED && kept.state() == PaymentState.WAITING) {
            request.cancelled(destination, kept.id());
        }
    }

    /** Once for each, as long as the memory reaches. */
    private void tell(Payment payment, RoutesCode code) {
        if (told.size() < REMEMBERED && told.add(code + payment.number())) {
            LOG.warn("{}: {} Filing: {}", code, code.sentence(), payment.filing());
        }
    }
}
