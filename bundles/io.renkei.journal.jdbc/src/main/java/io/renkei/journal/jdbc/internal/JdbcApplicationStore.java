package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.OutboxKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Applications. Two at once with one sender's number are told apart by the constraint, never by looking first. */
final class JdbcApplicationStore implements ApplicationStore {

    static final String ADMITTED = "ADMITTED";

    private static final String READ = "select arrival_number, sender, sender_number, arrived from application";
    private static final int TRIES = 8;

    private final Database database;

    JdbcApplicationStore(Database database) {
        this.database = database;
    }

    private record First(ArrivalNumber number, Sha256 packageDigest, byte[] receipt) {

        Admission answer(Sha256 digest) {
            return packageDigest.equals(digest)
                    ? new Admission.Repeated(number, receipt)
                    : new Admission.NumberReused();
        }
    }

    @Override
    public Admission admit(NewApplication application) {
        database.ready();
        for (int i = 0; i < TRIES; i++) {
            try {
                return database.once(tx -> write(tx, application));
            } catch (SQLException e) {
                Optional<Admission> answer = Faults.isDuplicate(e) ? whyDuplicate(application) : Optional.empty();
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (Faults.isMissing(e)) {
                    throw new IllegalStateException(
                            "JOURNAL-014: the package's content is not in the store, or was swept; store it again", e);
                }
                if (!Faults.isDuplicate(e) && !Faults.isInTheWay(e) || i == TRIES - 1) {
                    throw database.failed(e);
                }
            }
        }
        throw new IllegalStateException("the last try returns or throws");
    }

    @Override
    public Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber senderNumber, Sha256 packageDigest) {
        return database.transact(tx -> first(tx, sender, senderNumber)).map(first -> first.answer(packageDigest));
    }

    @Override
    public Optional<ApplicationView> find(ArrivalNumber number) {
        return database.transact(tx -> withFilings(tx, " where arrival_number = ?", number.digits())).stream()
                .findFirst();
    }

    @Override
    public Optional<ApplicationView> find(PartnerId sender, ArrivalNumber number) {
        return database
                .transact(tx ->
                        withFilings(tx, " where arrival_number = ? and sender = ?", number.digits(), sender.value()))
                .stream()
                .findFirst();
    }

    @Override
    public List<ApplicationView> list(Optional<ArrivalNumber> before, int limit) {
        return list("", List.of(), "arrived desc, arrival_number desc", before, limit);
    }

    @Override
    public List<ApplicationView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit) {
        return list(
                " and sender = ?",
                List.of(sender.value()),
                "sender desc, arrived desc, arrival_number desc",
                before,
                limit);
    }

    @Override
    public Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number) {
        return database.transact(tx -> tx.one(
                "select receipt from application where arrival_number = ? and sender = ?",
                row -> row.getBytes("receipt"),
                number.digits(),
                sender.value()));
    }

    /** @param order the columns of an index, from its first on: only then does H2 read no more of it than it gives */
    private List<ApplicationView> list(
            String whose, List<?> who, String order, Optional<ArrivalNumber> before, int limit) {
        Limits.require("limit", limit, 100);
        String newestFirst = " order by " + order + " limit ?";
        return database.transact(tx -> {
            if (before.isEmpty()) {
                return withFilings(tx, " where 1 = 1" + whose + newestFirst, Tx.values(who, limit));
            }
            String number = before.get().digits();
            Optional<Instant> arrived = tx.one(
                    "select arrived from application where arrival_number = ?" + whose,
                    row -> Tx.instant(row, "arrived"),
                    Tx.values(List.of(number), who.toArray()));
            if (arrived.isEmpty()) {
                return List.of();
            }
            return withFilings(
                    tx,
                    " where arrived <= ? and (arrived < ? or arrival_number < ?)" + whose + newestFirst,
                    Tx.values(List.of(arrived.get(), arrived.get(), number), Tx.values(who, limit)));
        });
    }

    @Override
    public List<JournalRow> timeLine(ArrivalNumber number) {
        return database.transact(tx -> tx.query(
                "select seq, happened_at, filing_seq, event, detail, previous, digest from journal"
                        + " where arrival_number = ? order by seq",
                row -> journalRow(number, row),
                number.digits()));
    }

    private static Admission write(Tx tx, NewApplication application) throws SQLException {
        String number = application.number().digits();
        Staged content = Staged.of(application.packageContent());
        content.take(tx);
        tx.update(
                "insert into application (arrival_number, sender, sender_number, arrived, package_digest, content_id,"
                        + " life_event, format, receipt) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                application.sender().value(),
                application.senderNumber().value(),
                application.arrived(),
                application.packageDigest(),
                content.ref().id(),
                application.lifeEvent(),
                application.format(),
                application.receipt());
        tx.batch(
                "insert into filing (arrival_number, seq, procedure_id, destination, state, version, attempts)"
                        + " values (?, ?, ?, ?, ?, 0, 0)",
                application.filings().stream()
                        .map(filing -> new Object[] {
                            number,
                            filing.key().sequence(),
                            filing.procedure().value(),
                            filing.destination().value(),
                            FilingState.PLANNED
                        })
                        .toList());
        tx.batch(
                "insert into filing_body (arrival_number, seq, sealed) values (?, ?, ?)",
                application.filings().stream()
                        .map(filing -> new Object[] {
                            number, filing.key().sequence(), content.sealBody(filing.key(), filing.body())
                        })
                        .toList());
        Chain chain = Chain.begin(application.number(), application.arrived());
        chain.add(Optional.empty(), ADMITTED, Details.admitted(application));
        chain.writeFirst(tx);
        OutboxRows outbox = new OutboxRows();
        outbox.add(OutboxKind.APPLICATION_ACCEPTED, application.number(), "");
        outbox.write(tx);
        return new Admission.Admitted();
    }

    /** Empty when what was in the way is gone again. */
    private Optional<Admission> whyDuplicate(NewApplication application) {
        return database.transact(tx -> {
            Optional<First> first = first(tx, application.sender(), application.senderNumber());
            if (first.isPresent()) {
                return Optional.of(first.get().answer(application.packageDigest()));
            }
            return tx.one(
                    "select 1 from application where arrival_number = ?",
                    row -> new Admission.ArrivalNumberTaken(),
                    application.number().digits());
        });
    }

    private static Optional<First> first(Tx tx, PartnerId sender, SenderNumber senderNumber) throws SQLException {
        return tx.one(
                "select arrival_number, package_digest, receipt from application where sender = ? and sender_number = ?",
                row -> new First(
                        new ArrivalNumber(row.getString("arrival_number")),
                        Sha256.ofDigest(row.getBytes("package_digest")),
                        row.getBytes("receipt")),
                sender.value(),
                senderNumber.value());
    }

    private static List<ApplicationView> withFilings(Tx tx, String where, Object... values) throws SQLException {
        List<ApplicationView> bare = tx.query(READ + where, JdbcApplicationStore::application, values);
        if (bare.isEmpty()) {
            return bare;
        }
        List<String> numbers = bare.stream().map(view -> view.number().digits()).toList();
        Map<ArrivalNumber, List<FilingView>> filings = FilingRow.ofApplications(tx, numbers).stream()
                .collect(Collectors.groupingBy(filing -> filing.key().application()));
        return bare.stream()
                .map(view -> new ApplicationView(
                        view.number(),
                        view.sender(),
                        view.senderNumber(),
                        view.arrived(),
                        filings.getOrDefault(view.number(), List.of())))
                .toList();
    }

    private static ApplicationView application(ResultSet row) throws SQLException {
        return new ApplicationView(
                new ArrivalNumber(row.getString("arrival_number")),
                new PartnerId(row.getString("sender")),
                new SenderNumber(row.getString("sender_number")),
                Tx.instant(row, "arrived"),
                List.of());
    }

    private static JournalRow journalRow(ArrivalNumber number, ResultSet row) throws SQLException {
        Optional<Integer> filing = Optional.ofNullable(row.getObject("filing_seq", Integer.class));
        return new JournalRow(
                number,
                row.getLong("seq"),
                Tx.instant(row, "happened_at"),
                filing.map(sequence -> new FilingKey(number, sequence)),
                row.getString("event"),
                row.getString("detail"),
                Sha256.ofDigest(row.getBytes("previous")),
                Sha256.ofDigest(row.getBytes("digest")));
    }
}
