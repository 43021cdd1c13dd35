package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.submissions.AccessAnswer;
import io.renkei.ports.submissions.AccessRecord;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.NewSubmission;
import io.renkei.ports.submissions.SubmissionNews;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.submissions.SubmissionView;
import io.renkei.ports.submissions.SubmissionView.Permitted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Submissions. The chain of one is locked first, then its permissions and references change, then lists of destinations. */
final class JdbcSubmissionStore implements SubmissionStore {

    static final String REVOKED = "PERMISSION_REVOKED";

    private static final int MOST_PER_PAGE = 100;
    private static final int LAST_OBJECT = 9_999;

    private final Database database;
    private final CaseKeys keys;

    JdbcSubmissionStore(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Admission admit(NewSubmission submission) {
        UUID caseKey = UUID.randomUUID();
        byte[] key = Seal.randomKey();
        byte[] wrapped = keys.wrap(caseKey, key);
        return database.transact(
                tx -> SubmissionAdmission.admit(tx, submission, new SubmissionAdmission.Key(caseKey, key, wrapped)));
    }

    @Override
    public Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber senderNumber, Sha256 digest) {
        return database.transact(tx -> SubmissionAdmission.first(tx, sender, senderNumber, digest));
    }

    /** Submissions and their objects that are still encrypted: they are opened outside the transaction. */
    private record Found(SubmissionView bare, List<SealedObject> objects) {}

    private Optional<Found> find(String where, Object... values) {
        return database.transact(tx -> {
            Optional<SubmissionView> bare =
                    SubmissionRows.read(tx, where, values).stream().findFirst();
            return bare.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Found(
                            bare.get(), SealedObject.read(tx, bare.get().number())));
        });
    }

    @Override
    public Optional<SubmissionView> find(PartnerId sender, ArrivalNumber number) {
        return find(" where arrival_number = ? and sender = ?", number.digits(), sender.value())
                .map(found -> SubmissionRows.with(
                        found.bare(),
                        SealedObject.open(found.objects(), keys),
                        found.bare().permissions()));
    }

    @Override
    public Optional<SubmissionView> find(DestinationId to, ArrivalNumber number) {
        return find(" where arrival_number = ?", number.digits())
                .flatMap(found -> found.bare().permitted(to).map(mine -> mine(found, mine)));
    }

    private SubmissionView mine(Found found, Permitted mine) {
        Map<Integer, DataObject> objects = new TreeMap<>(SealedObject.open(found.objects(), keys));
        objects.keySet().retainAll(mine.permission().objects());
        return SubmissionRows.with(found.bare(), objects, List.of(mine));
    }

    @Override
    public Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number) {
        return database.transact(tx -> tx.one(
                "select receipt from submission where arrival_number = ? and sender = ?",
                row -> row.getBytes("receipt"),
                number.digits(),
                sender.value()));
    }

    @Override
    public List<SubmissionView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        String newestFirst = " order by sender desc, arrived desc, arrival_number desc limit ?";
        if (before.isEmpty()) {
            return database.transact(
                    tx -> SubmissionRows.read(tx, " where sender = ?" + newestFirst, sender.value(), limit));
        }
        String number = before.get().digits();
        return database.transact(tx -> {
            Optional<Instant> arrived = tx.one(
                    "select arrived from submission where arrival_number = ? and sender = ?",
                    row -> Tx.instant(row, "arrived"),
                    number,
                    sender.value());
            return arrived.isEmpty()
                    ? List.of()
                    : SubmissionRows.read(
                            tx,
                            " where sender = ? and arrived <= ? and (arrived < ? or arrival_number < ?)" + newestFirst,
                            sender.value(),
                            arrived.get(),
                            arrived.get(),
                            number,
                            limit);
        });
    }

    @Override
    public List<SubmissionView> list(int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(
                tx -> SubmissionRows.read(tx, " order by arrived desc, arrival_number desc limit ?", limit));
    }

    @Override
    public boolean revoke(PartnerId sender, ArrivalNumber number, Optional<DestinationId> destination, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return database.transact(tx -> {
            Optional<Chain> chain = Chain.lock(tx, Chain.Book.SUBMISSIONS, number);
            List<Permitted> named =
                    SubmissionRows.read(tx, " where arrival_number = ? and sender = ?", number.digits(), sender.value())
                            .stream()
                            .flatMap(view -> view.permissions().stream())
                            .filter(each -> destination.isEmpty()
                                    || each.permission().destination().equals(destination.get()))
                            .toList();
            List<DestinationId> open = named.stream()
                    .filter(each -> each.revoked().isEmpty())
                    .map(each -> each.permission().destination())
                    .toList();
            if (!open.isEmpty()) {
                revoke(tx, chain.orElseThrow(), number, open, now);
            }
            return !named.isEmpty();
        });
    }

    private static void revoke(Tx tx, Chain chain, ArrivalNumber number, List<DestinationId> open, Instant at)
            throws SQLException {
        for (DestinationId destination : open) {
            tx.update(
                    "update submission_permission set revoked_at = ? where arrival_number = ? and destination = ?",
                    at,
                    number.digits(),
                    destination.value());
            chain.add(Optional.empty(), REVOKED, Map.of("destination", destination.value(), "at", at));
        }
        chain.write(tx);
        NewsLists.add(tx, open, number, SubmissionNews.Kind.REVOKED, at);
    }

    @Override
    public Optional<Question> ask(ArrivalNumber number, DestinationId as, PartnerId partner, int object, Instant at) {
        Limits.require("object", object, LAST_OBJECT);
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Optional<Found> found = find(" where arrival_number = ?", number.digits());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, DataObject> objects = SealedObject.open(found.get().objects(), keys);
        AccessRecord record = database.transact(tx -> {
            Chain chain = Chain.lock(tx, Chain.Book.SUBMISSIONS, number).orElseThrow();
            AccessAnswer permitted = permitted(tx, number, as, object, now);
            // What was erased cannot be found in its store any more.
            AccessAnswer answer =
                    permitted == AccessAnswer.ASKED && !objects.containsKey(object) ? AccessAnswer.OVER : permitted;
            AccessRecord written = AccessRows.begin(tx, chain, number, as, partner, object, answer, now);
            chain.write(tx);
            return written;
        });
        Optional<DataObject> what =
                record.answer() == AccessAnswer.ASKED ? Optional.of(objects.get(object)) : Optional.empty();
        CaseKeyId caseKey = new CaseKeyId(found.get().objects().get(0).caseKey());
        return Optional.of(new Question(record, found.get().bare().sender(), caseKey, what));
    }

    private static AccessAnswer permitted(Tx tx, ArrivalNumber number, DestinationId as, int object, Instant now)
            throws SQLException {
        return SubmissionRows.read(tx, " where arrival_number = ?", number.digits()).stream()
                .findFirst()
                .flatMap(view -> view.permitted(as))
                .map(permission -> permission.answer(object, now))
                .orElse(AccessAnswer.NOT_PERMITTED);
    }

    @Override
    public AccessAnswer answer(AccessRecord asked, AccessAnswer found, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return database.transact(tx -> {
            Chain chain =
                    Chain.lock(tx, Chain.Book.SUBMISSIONS, asked.submission()).orElseThrow();
            AccessAnswer permitted = permitted(tx, asked.submission(), asked.destination(), asked.object(), now);
            AccessAnswer answer = permitted == AccessAnswer.ASKED ? found : permitted;
            if (!AccessRows.end(tx, chain, asked, answer, now)) {
                throw new IllegalStateException("reference " + asked.id() + " was answered before");
            }
            chain.write(tx);
            return answer;
        });
    }

    @Override
    public List<AccessRecord> accesses(ArrivalNumber number, Optional<Long> before, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> AccessRows.newest(tx, number, before, limit));
    }

    @Override
    public List<JournalRow> timeLine(ArrivalNumber number) {
        return database.transact(tx -> tx.query(
                "select seq, happened_at, event, detail, previous, digest from submission_journal"
                        + " where arrival_number = ? order by seq",
                row -> journalRow(number, row),
                number.digits()));
    }

    private static JournalRow journalRow(ArrivalNumber number, ResultSet row) throws SQLException {
        return new JournalRow(
                number,
                row.getLong("seq"),
                Tx.instant(row, "happened_at"),
                Optional.empty(),
                row.getString("event"),
                row.getString("detail"),
                Sha256.ofDigest(row.getBytes("previous")),
                Sha256.ofDigest(row.getBytes("digest")));
    }

    @Override
    public List<SubmissionNews> news(DestinationId to, long after, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> NewsLists.after(tx, to, after, limit));
    }

    @Override
    public List<SubmissionNews> claimNews(DestinationId to, Duration lease, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> NewsLists.claim(tx, to, lease, limit));
    }

    @Override
    public void told(DestinationId to, long place) {
        database.transact(tx -> NewsLists.told(tx, to, place));
    }

    @Override
    public void release(DestinationId to) {
        database.transact(tx -> NewsLists.release(tx, to));
    }
}
