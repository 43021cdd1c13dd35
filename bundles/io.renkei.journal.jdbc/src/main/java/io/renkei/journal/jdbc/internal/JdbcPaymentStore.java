package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.journal.jdbc.internal.CorrectionRequests.CaseKey;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentFilter;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.payments.RequestPayment.Reported;
import io.renkei.ports.payments.RequestPayment.Taken;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Payment requests. The chain of the application is locked first, then its requests change. */
final class JdbcPaymentStore implements PaymentStore {

    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_AT_ONCE = 500;

    private final Database database;
    private final CaseKeys keys;

    JdbcPaymentStore(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Taken keep(DestinationId from, SenderNumber number, PaymentRequest what, Instant lapses, Instant at) {
        return database.transact(tx -> {
            Optional<Chain> chain = Chain.lock(tx, what.filing().application());
            Optional<Taken> first = first(tx, from, number, what);
            if (first.isPresent()) {
                return first.get();
            }
            Optional<PartnerId> addressee = addressee(tx, from, what.filing());
            if (chain.isEmpty() || addressee.isEmpty()) {
                return new Taken.NoSuchFiling();
            }
            return insert(tx, chain.get(), addressee.get(), asked(from, number, what, at), lapses);
        });
    }

    private static PaymentView asked(DestinationId from, SenderNumber number, PaymentRequest what, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return new PaymentView(
                new PaymentId(UUID.randomUUID()),
                from,
                number,
                what.filing(),
                PaymentState.WAITING,
                what.due(),
                now,
                now,
                Optional.empty(),
                Optional.of(what.details()));
    }

    /** Who submitted the filing, where it is one of this destination. */
    private static Optional<PartnerId> addressee(Tx tx, DestinationId from, FilingKey filing) throws SQLException {
        return tx.one(
                "select a.sender from filing f join application a on a.arrival_number = f.arrival_number"
                        + " where f.arrival_number = ? and f.seq = ? and f.destination = ?",
                row -> new PartnerId(row.getString("sender")),
                filing.application().digits(),
                filing.sequence(),
                from.value());
    }

    private Taken insert(Tx tx, Chain chain, PartnerId addressee, PaymentView payment, Instant lapses)
            throws SQLException {
        Optional<byte[]> key = CaseKey.read(tx, payment.filing().application()).flatMap(of -> of.unwrapped(keys));
        if (key.isEmpty()) {
            return new Taken.NoSuchFiling();
        }
        byte[] sealed =
                SealedPayment.seal(key.get(), payment.id(), payment.details().orElseThrow());
        OutboxRows outbox = new OutboxRows();
        try {
            new PaymentMoves(tx, chain, outbox).begin(payment, addressee, sealed, lapses);
        } catch (SQLException e) {
            // The same number for another application, whose chain another transaction held.
            throw Faults.isDuplicate(e) ? new SQLException("the number was kept meanwhile", Faults.AGAIN, e) : e;
        }
        chain.write(tx);
        outbox.write(tx);
        return new Taken.Kept(payment, false);
    }

    @Override
    public Optional<Taken> findByNumber(DestinationId from, SenderNumber number, PaymentRequest what) {
        return database.transact(tx -> first(tx, from, number, what));
    }

    /** Compared in the clear and not by a kept digest, which a guess could be held against. */
    private Optional<Taken> first(Tx tx, DestinationId from, SenderNumber number, PaymentRequest what)
            throws SQLException {
        return SealedPayment.read(tx, "p.destination = ? and p.sender_number = ?", from.value(), number.value())
                .stream()
                .findFirst()
                .map(this::opened)
                .map(first -> isOf(first, what) ? new Taken.Kept(first, true) : new Taken.NumberReused());
    }

    private static boolean isOf(PaymentView payment, PaymentRequest what) {
        return payment.filing().equals(what.filing())
                && payment.due().equals(what.due())
                && payment.details().equals(Optional.of(what.details()));
    }

    @Override
    public Reported report(
            DestinationId from, PaymentId id, PaymentEvent event, Optional<LocalDate> paidOn, Instant at) {
        if (paidOn.isPresent() != (event == PaymentEvent.PAYMENT_REPORTED)) {
            throw new IllegalArgumentException("a day goes with a payment, and with nothing else");
        }
        return database.transact(tx -> {
            Optional<PaymentView> found = own(tx, from, id).map(SealedPayment::bare);
            if (found.isEmpty()) {
                return new Reported.NoSuchPayment();
            }
            Chain chain = Chain.lock(tx, found.get().filing().application()).orElseThrow();
            // Read again: another may have come first.
            PaymentView now = own(tx, from, id).orElseThrow().bare();
            OutboxRows outbox = new OutboxRows();
            Optional<PaymentView> after =
                    new PaymentMoves(tx, chain, outbox).move(now, event, paidOn, at.truncatedTo(ChronoUnit.MICROS));
            chain.write(tx);
            outbox.write(tx);
            return after.<Reported>map(moved -> new Reported.Counts(moved, false))
                    .orElseGet(() ->
                            now.state() == event.goal() ? new Reported.Counts(now, true) : new Reported.Ended(now));
        });
    }

    private static Optional<SealedPayment> own(Tx tx, DestinationId from, PaymentId id) throws SQLException {
        return SealedPayment.read(tx, "p.id = ? and p.destination = ?", id.value(), from.value()).stream()
                .findFirst();
    }

    @Override
    public int passDueDays(Instant now, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> {
            List<String> applications = tx.query(
                    "select arrival_number from payment where lapse_at <= ? order by lapse_at limit ?",
                    row -> row.getString("arrival_number"),
                    now,
                    limit);
            if (applications.isEmpty()) {
                tx.harmless();
                return 0;
            }
            lapse(tx, Chain.lockFree(tx, applications.stream().distinct().toList()), now);
            return applications.size();
        });
    }

    private static void lapse(Tx tx, Map<ArrivalNumber, Chain> chains, Instant now) throws SQLException {
        OutboxRows outbox = new OutboxRows();
        for (Map.Entry<ArrivalNumber, Chain> each : chains.entrySet()) {
            PaymentMoves moves = new PaymentMoves(tx, each.getValue(), outbox);
            for (SealedPayment payment : SealedPayment.read(
                    tx,
                    "p.lapse_at <= ? and p.arrival_number = ? order by p.id",
                    now,
                    each.getKey().digits())) {
                moves.move(
                        payment.bare(),
                        PaymentEvent.DUE_DAY_PASSED,
                        Optional.empty(),
                        now.truncatedTo(ChronoUnit.MICROS));
            }
            each.getValue().write(tx);
        }
        outbox.write(tx);
    }

    @Override
    public Optional<PaymentView> find(DestinationId from, PaymentId id) {
        return database.transact(tx -> own(tx, from, id)).map(this::opened);
    }

    @Override
    public Optional<PaymentView> find(PartnerId addressee, PaymentId id) {
        return open("p.id = ? and p.addressee = ?", id.value(), addressee.value()).stream()
                .findFirst();
    }

    @Override
    public List<PaymentView> find(Set<PaymentId> ids) {
        List<UUID> values = ids.stream().map(PaymentId::value).toList();
        return values.isEmpty()
                ? List.of()
                : bare("p.id in " + Tx.in(values), Tx.filled(values).toArray());
    }

    @Override
    public List<PaymentView> list(PartnerId addressee, PaymentFilter filter, Optional<PaymentId> before, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        PaymentQuery query = new PaymentQuery(addressee, filter, before, limit);
        return open(query.condition(), query.values());
    }

    @Override
    public List<PaymentView> waiting(DestinationId from, Optional<PaymentId> after, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        String page = after.isEmpty()
                ? ""
                : " and exists (select 1 from payment b where b.id = ? and (p.changed_at > b.changed_at"
                        + " or p.changed_at = b.changed_at and p.id > b.id))";
        List<Object> values = new ArrayList<>(List.of(PaymentState.WAITING, from.value()));
        after.ifPresent(last -> values.add(last.value()));
        values.add(limit);
        return bare(
                "p.state = ? and p.destination = ?" + page + " order by p.state, p.changed_at, p.id limit ?",
                values.toArray());
    }

    @Override
    public List<PaymentView> list(PaymentState state, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return bare("p.state = ? order by p.state desc, p.changed_at desc, p.id desc limit ?", state, limit);
    }

    private List<PaymentView> bare(String condition, Object... values) {
        return database.transact(tx -> SealedPayment.read(tx, condition, values)).stream()
                .map(SealedPayment::bare)
                .toList();
    }

    private List<PaymentView> open(String condition, Object... values) {
        return database.transact(tx -> SealedPayment.read(tx, condition, values)).stream()
                .map(this::opened)
                .toList();
    }

    private PaymentView opened(SealedPayment payment) {
        return payment.bare().with(payment.open(keys));
    }
}
