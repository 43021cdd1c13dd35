package io.renkei.ports.payments;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.RequestPayment.Reported;
import io.renkei.ports.payments.RequestPayment.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Payment requests in memory, for filings that a test names. The newest stands last. */
public final class MemoryPayments implements PaymentStore {

    private record Row(PaymentView payment, PartnerId addressee, Instant lapses) {}

    private record Filing(DestinationId destination, PartnerId sender) {}

    private final Map<FilingKey, Filing> filings = new HashMap<>();
    private final Map<PaymentId, Row> rows = new LinkedHashMap<>();

    /** Makes a filing known. */
    public synchronized void know(FilingKey filing, DestinationId destination, PartnerId sender) {
        filings.put(filing, new Filing(destination, sender));
    }

    /** How many there are. */
    public synchronized int size() {
        return rows.size();
    }

    @Override
    public synchronized Taken keep(
            DestinationId from, SenderNumber number, PaymentRequest what, Instant lapses, Instant at) {
        Optional<Taken> first = findByNumber(from, number, what);
        if (first.isPresent()) {
            return first.get();
        }
        Filing filing = filings.get(what.filing());
        if (filing == null || !filing.destination().equals(from)) {
            return new Taken.NoSuchFiling();
        }
        PaymentView payment = new PaymentView(
                new PaymentId(UUID.randomUUID()),
                from,
                number,
                what.filing(),
                PaymentState.WAITING,
                what.due(),
                at,
                at,
                Optional.empty(),
                Optional.of(what.details()));
        rows.put(payment.id(), new Row(payment, filing.sender(), lapses));
        return new Taken.Kept(payment, false);
    }

    @Override
    public synchronized Optional<Taken> findByNumber(DestinationId from, SenderNumber number, PaymentRequest what) {
        return rows.values().stream()
                .map(Row::payment)
                .filter(each -> each.from().equals(from) && each.number().equals(number))
                .findFirst()
                .map(each -> each.filing().equals(what.filing())
                                && each.due().equals(what.due())
                                && each.details().equals(Optional.of(what.details()))
                        ? new Taken.Kept(each, true)
                        : new Taken.NumberReused());
    }

    @Override
    public synchronized Reported report(
            DestinationId from, PaymentId id, PaymentEvent event, Optional<LocalDate> paidOn, Instant at) {
        Optional<PaymentView> found = find(from, id);
        if (found.isEmpty()) {
            return new Reported.NoSuchPayment();
        }
        PaymentView now = found.get();
        Optional<PaymentState> next = PaymentLifecycle.next(now.state(), event);
        if (next.isPresent()) {
            return new Reported.Counts(put(now.in(next.get(), at, paidOn)), false);
        }
        return now.state() == event.goal() ? new Reported.Counts(now, true) : new Reported.Ended(now);
    }

    private PaymentView put(PaymentView payment) {
        Row before = rows.get(payment.id());
        rows.put(payment.id(), new Row(payment, before.addressee(), before.lapses()));
        return payment;
    }

    @Override
    public synchronized int passDueDays(Instant now, int limit) {
        List<PaymentView> over = rows.values().stream()
                .filter(row -> row.payment().state() == PaymentState.WAITING
                        && !row.lapses().isAfter(now))
                .limit(limit)
                .map(Row::payment)
                .toList();
        over.forEach(payment -> put(payment.in(PaymentState.LAPSED, now, Optional.empty())));
        return over.size();
    }

    @Override
    public synchronized Optional<PaymentView> find(DestinationId from, PaymentId id) {
        return Optional.ofNullable(rows.get(id))
                .map(Row::payment)
                .filter(payment -> payment.from().equals(from));
    }

    @Override
    public synchronized Optional<PaymentView> find(PartnerId addressee, PaymentId id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> row.addressee().equals(addressee))
                .map(Row::payment);
    }

    @Override
    public synchronized List<PaymentView> find(Set<PaymentId> ids) {
        return rows.values().stream()
                .map(row -> row.payment().with(Optional.empty()))
                .filter(payment -> ids.contains(payment.id()))
                .toList();
    }

    @Override
    public synchronized List<PaymentView> list(
            PartnerId addressee, PaymentFilter filter, Optional<PaymentId> before, int limit) {
        List<PaymentView> newestFirst = new ArrayList<>();
        for (Row row : rows.values()) {
            if (before.filter(row.payment().id()::equals).isPresent()) {
                break;
            }
            boolean asked = row.addressee().equals(addressee)
                    && filter.filing().map(row.payment().filing()::equals).orElse(true)
                    && filter.state().map(row.payment().state()::equals).orElse(true);
            if (asked) {
                newestFirst.add(0, row.payment());
            }
        }
        return newestFirst.stream().limit(limit).toList();
    }

    @Override
    public synchronized List<PaymentView> waiting(DestinationId from, Optional<PaymentId> after, int limit) {
        return rows.values().stream()
                .map(row -> row.payment().with(Optional.empty()))
                .filter(payment -> payment.state() == PaymentState.WAITING
                        && payment.from().equals(from))
                .dropWhile(payment -> after.isPresent() && !payment.id().equals(after.get()))
                .skip(after.isPresent() ? 1 : 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<PaymentView> list(PaymentState state, int limit) {
        return rows.values().stream()
                .map(row -> row.payment().with(Optional.empty()))
                .filter(payment -> payment.state() == state)
                .limit(limit)
                .toList();
    }
}
