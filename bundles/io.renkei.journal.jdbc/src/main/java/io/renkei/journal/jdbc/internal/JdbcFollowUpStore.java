package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.internal.CorrectionRequests.CaseKey;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.CorrectionAdmission;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.state.FollowUps;
import io.renkei.ports.state.OutboxKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrections and withdrawals. The lock of the application's chain puts them in order with its attempts. */
final class JdbcFollowUpStore implements FollowUpStore {

    /** The first row of a filing that answers another one. */
    static final String ANSWERED = "ANSWERED";

    private final Database database;
    private final CaseKeys keys;

    JdbcFollowUpStore(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    private record First(FilingKey key, Sha256 packageDigest, byte[] receipt) {

        CorrectionAdmission answer(Sha256 digest) {
            return packageDigest.equals(digest)
                    ? new CorrectionAdmission.Repeated(key, receipt)
                    : new CorrectionAdmission.NumberReused();
        }
    }

    @Override
    public List<Asked> asked(ArrivalNumber application) throws IOException {
        return database.transact(tx -> CorrectionRequests.Sealed.read(tx, application))
                .open(keys);
    }

    @Override
    public Optional<Asked> lastAsked(FilingKey filing) {
        return database.transact(tx -> CorrectionRequests.last(tx, filing));
    }

    @Override
    public Optional<CaseKeyId> caseKey(ArrivalNumber application) {
        return database.transact(tx -> CaseKey.read(tx, application)).map(key -> new CaseKeyId(key.id()));
    }

    @Override
    public Optional<CorrectionAdmission> findBySenderNumber(
            FilingKey filing, SenderNumber number, Sha256 packageDigest) {
        return database.transact(tx -> first(tx, filing, number)).map(first -> first.answer(packageDigest));
    }

    @Override
    public Optional<byte[]> receipt(FilingKey correction) {
        return database.transact(tx -> tx.one(
                "select receipt from correction where arrival_number = ? and seq = ?",
                row -> row.getBytes("receipt"),
                correction.application().digits(),
                correction.sequence()));
    }

    private static Optional<First> first(Tx tx, FilingKey filing, SenderNumber number) throws SQLException {
        return tx.one(
                "select seq, package_digest, receipt from correction where arrival_number = ? and earlier_seq = ? and"
                        + " sender_number = ?",
                row -> new First(
                        new FilingKey(filing.application(), row.getInt("seq")),
                        Sha256.ofDigest(row.getBytes("package_digest")),
                        row.getBytes("receipt")),
                filing.application().digits(),
                filing.sequence(),
                number.value());
    }

    @Override
    public CorrectionAdmission correct(NewCorrection correction) {
        return database.transact(tx -> {
            Optional<Chain> chain = Chain.lock(tx, correction.key().application());
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("a correction stands in an application");
            }
            return admit(tx, chain.get(), correction);
        });
    }

    private CorrectionAdmission admit(Tx tx, Chain chain, NewCorrection correction) throws SQLException {
        Optional<First> first = first(tx, correction.earlier(), correction.senderNumber());
        if (first.isPresent()) {
            return first.get().answer(correction.packageDigest());
        }
        Family family = Family.read(tx, correction.earlier())
                .orElseThrow(() -> new IllegalArgumentException("a correction answers a filing"));
        if (!family.isCorrectable(correction.purpose())) {
            return new CorrectionAdmission.NotOpen(family.filing());
        }
        if (family.next() != correction.key().sequence()) {
            return new CorrectionAdmission.KeyTaken();
        }
        FilingView answer = family.answer(correction.key(), correction.purpose());
        insert(tx, answer, correction.body());
        tx.update(
                "delete from content_pending where content_id = ?",
                correction.content().id());
        tx.update(
                "insert into correction (arrival_number, seq, earlier_seq, sender_number, arrived, package_digest,"
                        + " content_id, format, receipt) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                answer.key().application().digits(),
                answer.key().sequence(),
                correction.earlier().sequence(),
                correction.senderNumber().value(),
                correction.arrived(),
                correction.packageDigest(),
                correction.content().id(),
                correction.format(),
                correction.receipt());
        begin(tx, chain, answer, Details.corrected(correction, answer), new OutboxRows());
        return new CorrectionAdmission.Admitted(answer);
    }

    @Override
    public Optional<Withdrawal> withdraw(FilingKey filing, String reason) {
        return database.transact(tx -> {
            Optional<Chain> chain = Chain.lock(tx, filing.application());
            Optional<Family> family = chain.isPresent() ? Family.read(tx, filing) : Optional.empty();
            return family.isPresent() ? Optional.of(withdraw(tx, chain.get(), family.get(), reason)) : Optional.empty();
        });
    }

    private Withdrawal withdraw(Tx tx, Chain chain, Family family, String reason) throws SQLException {
        FilingView now = family.filing();
        Optional<FilingView> open = family.withdrawal();
        if (now.state() == FilingState.WITHDRAWN) {
            return new Withdrawal.Done(now);
        }
        if (open.isPresent()) {
            return new Withdrawal.Asked(now, open.get().key());
        }
        OutboxRows outbox = new OutboxRows();
        if (FollowUps.UNSENT.contains(now.state())) {
            FilingView after = move(tx, chain, outbox, now, FilingEvent.TAKEN_BACK);
            chain.write(tx);
            outbox.write(tx);
            return new Withdrawal.Done(after);
        }
        if (!FollowUps.UNCLEAR.contains(now.state()) && !FollowUps.WITHDRAWABLE.contains(now.state())) {
            return new Withdrawal.TooLate(now);
        }
        FilingView answer =
                family.answer(new FilingKey(now.key().application(), family.next()), FilingPurpose.WITHDRAWAL);
        insert(tx, answer, reason.getBytes(StandardCharsets.UTF_8));
        FilingView after =
                FilingLifecycle.next(now.state(), FilingEvent.WITHDRAWAL_SENT).isPresent()
                        ? move(tx, chain, outbox, now, FilingEvent.WITHDRAWAL_SENT)
                        : now;
        begin(tx, chain, answer, Details.answered(answer), outbox);
        return new Withdrawal.Asked(after, answer.key());
    }

    private static FilingView move(Tx tx, Chain chain, OutboxRows outbox, FilingView now, FilingEvent event)
            throws SQLException {
        return FilingMoves.apply(tx, chain, outbox, Change.of(now.key(), now.version(), event))
                .filing()
                .orElseThrow();
    }

    private void insert(Tx tx, FilingView answer, byte[] body) throws SQLException {
        byte[] key;
        try {
            CaseKey caseKey = CaseKey.read(tx, answer.key().application()).orElseThrow();
            key = keys.unwrap(caseKey.id(), caseKey.wrapped());
        } catch (IOException e) {
            throw new IllegalStateException("the case of " + answer.key() + " was erased and takes nothing more", e);
        }
        tx.update(
                "insert into filing (arrival_number, seq, procedure_id, destination, state, version, attempts, purpose,"
                        + " earlier_seq) values (?, ?, ?, ?, ?, ?, 0, ?, ?)",
                answer.key().application().digits(),
                answer.key().sequence(),
                answer.procedure().value(),
                answer.destination().value(),
                answer.state(),
                answer.version(),
                answer.purpose(),
                answer.earlier().orElseThrow().sequence());
        tx.update(
                "insert into filing_body (arrival_number, seq, sealed) values (?, ?, ?)",
                answer.key().application().digits(),
                answer.key().sequence(),
                Seal.seal(key, Seal.filingContext(answer.key()), body, body.length));
    }

    private static void begin(Tx tx, Chain chain, FilingView answer, Map<String, Object> detail, OutboxRows outbox)
            throws SQLException {
        chain.add(Optional.of(answer.key()), ANSWERED, detail);
        chain.write(tx);
        outbox.add(OutboxKind.FILING_CHANGED, answer.key(), "");
        outbox.add(OutboxKind.FILING_READY, answer.key(), answer.destination().value());
        outbox.write(tx);
    }
}
