package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.OutboxKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notices. The same bytes twice at once are told apart by the constraint, never by looking alone. */
final class JdbcNoticeStore implements NoticeStore {

    static final String SEEN = "NOTICE_SEEN";
    static final String FETCHED = "NOTICE_FETCHED";
    static final String RECEIPT_SENT = "NOTICE_RECEIPT_SENT";

    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_ORPHANS = 500;
    private static final int LONGEST_CHANNEL = 16;
    private static final int LONGEST_REMOTE_ID = 400;

    private final Database database;
    private final CaseKeys keys;
    private final NoticeVerdicts verdicts;

    JdbcNoticeStore(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
        this.verdicts = new NoticeVerdicts(keys);
    }

    @Override
    public ReceiveNotice.Taken keep(
            DestinationId from, String channel, String remoteId, StagedContent content, Instant received) {
        return keep(from, channel, remoteId, DeliveryNote.NONE, content, received);
    }

    @Override
    public ReceiveNotice.Taken keep(
            DestinationId from,
            String channel,
            String remoteId,
            DeliveryNote note,
            StagedContent content,
            Instant received) {
        Limits.require("a channel", channel, LONGEST_CHANNEL);
        Limits.require("an issuer's handle", remoteId, LONGEST_REMOTE_ID);
        Staged staged = Staged.of(content);
        return database.transact(tx -> {
            Optional<NoticeId> first = first(tx, from, staged.ref().digest());
            NoticeId id = first.isPresent() ? first.get() : insert(tx, from, channel, remoteId, staged, received);
            DeliveryNotes.add(tx, id, note);
            return new ReceiveNotice.Taken(id, first.isPresent());
        });
    }

    @Override
    public DeliveryNote note(NoticeId id) {
        return database.transact(tx -> DeliveryNotes.find(tx, id)).orElse(DeliveryNote.NONE);
    }

    private static Optional<NoticeId> first(Tx tx, DestinationId from, Sha256 digest) throws SQLException {
        return tx.one(
                "select id from notice where destination = ? and digest = ?",
                row -> new NoticeId(row.getObject("id", UUID.class)),
                from.value(),
                digest);
    }

    private static NoticeId insert(
            Tx tx, DestinationId from, String channel, String remoteId, Staged content, Instant received)
            throws SQLException {
        NoticeId id = new NoticeId(UUID.randomUUID());
        try {
            content.take(tx);
            tx.update(
                    "insert into notice (id, destination, channel, remote_id, digest, content_id, verdict,"
                            + " issuer_number, code, received_at) values (?, ?, ?, ?, ?, ?, ?, '', '', ?)",
                    id.value(),
                    from.value(),
                    channel,
                    remoteId,
                    content.ref().digest(),
                    content.ref().id(),
                    NoticeVerdict.RECEIVED,
                    received);
        } catch (SQLException e) {
            if (Faults.isMissing(e)) {
                throw new IllegalStateException(
                        "JOURNAL-014: the notice's content is not in the store, or was swept; store it again", e);
            }
            if (Faults.isDuplicate(e)) {
                throw new SQLException("the same bytes were kept meanwhile", Faults.AGAIN, e);
            }
            throw e;
        }
        OutboxRows outbox = new OutboxRows();
        outbox.add(OutboxKind.NOTICE_RECEIVED, id, "");
        outbox.write(tx);
        return id;
    }

    @Override
    public Optional<NoticeView> find(NoticeId id) {
        return read("n.id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<NoticeView> find(Set<NoticeId> ids) {
        List<UUID> values = ids.stream().map(NoticeId::value).toList();
        return values.isEmpty()
                ? List.of()
                : read("n.id in " + Tx.in(values), Tx.filled(values).toArray());
    }

    @Override
    public Optional<NoticeView> find(PartnerId addressee, NoticeId id) {
        return read("n.id = ? and n.addressee = ?", id.value(), addressee.value()).stream()
                .findFirst();
    }

    @Override
    public NoticeView judge(NoticeId id, Judgement judgement, Instant at) {
        NoticeVerdicts.requireWritable(judgement);
        return database.transact(tx -> verdicts.judge(tx, id, judgement, at)).open(keys);
    }

    @Override
    public Optional<FilingKey> filingByReceipt(DestinationId destination, String receiptNumber) {
        List<FilingKey> filings = database.transact(tx -> tx.query(
                "select distinct arrival_number, filing_seq from receipt where destination = ? and number = ? limit 2",
                row -> new FilingKey(new ArrivalNumber(row.getString("arrival_number")), row.getInt("filing_seq")),
                destination.value(),
                receiptNumber));
        // A number that several filings share, as those that were sent together, names none of them.
        return filings.size() == 1 ? Optional.of(filings.get(0)) : Optional.empty();
    }

    @Override
    public List<NoticeView> inbox(PartnerId addressee, Optional<NoticeId> before, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        String newestFirst = " order by n.addressee desc, n.available_at desc, n.id desc limit ?";
        if (before.isEmpty()) {
            return read("n.addressee = ?" + newestFirst, addressee.value(), limit);
        }
        return read(
                "n.addressee = ? and exists (select 1 from notice b where b.id = ? and b.addressee = ?"
                        + " and (n.available_at < b.available_at or n.available_at = b.available_at and n.id < b.id))"
                        + newestFirst,
                addressee.value(),
                before.get().value(),
                addressee.value(),
                limit);
    }

    @Override
    public List<NoticeView> list(NoticeVerdict verdict, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return read("n.verdict = ? order by n.verdict desc, n.received_at desc, n.id desc limit ?", verdict, limit);
    }

    @Override
    public List<NoticeView> orphans(Instant since, int limit) {
        Limits.require("limit", limit, MOST_ORPHANS);
        return read(
                "n.verdict = ? and n.received_at >= ? order by n.verdict, n.received_at, n.id limit ?",
                NoticeVerdict.ORPHAN,
                since,
                limit);
    }

    @Override
    public void seen(PartnerId addressee, List<NoticeId> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        Limits.require("the number of notices", ids.size(), MOST_PER_PAGE);
        List<UUID> values = ids.stream().map(NoticeId::value).toList();
        String unseen = "n.addressee = ? and n.seen_at is null and n.id in " + Tx.in(values);
        mark(unseen, Tx.values(List.of(addressee.value()), Tx.filled(values).toArray()), Mark.SEEN, at);
    }

    @Override
    public void fetched(PartnerId addressee, NoticeId id, Instant at) {
        String unfetched = "n.addressee = ? and n.fetched_at is null and n.id = ?";
        mark(unfetched, new Object[] {addressee.value(), id.value()}, Mark.FETCHED, at);
    }

    @Override
    public List<NoticeView> receiptsDue(DestinationId from, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        // Not "is not null", which H2 does not look up in the index: most notices were not fetched yet.
        return read(
                "n.destination = ? and n.receipt_sent_at is null and n.fetched_at > " + Tx.EPOCH + " and n.verdict = ?"
                        + " order by n.destination, n.receipt_sent_at, n.fetched_at, n.id limit ?",
                from.value(),
                NoticeVerdict.MATCHED,
                limit);
    }

    @Override
    public void receiptSent(NoticeId id, Instant at) {
        String untold = "n.verdict = ? and n.receipt_sent_at is null and n.id = ?";
        mark(untold, new Object[] {NoticeVerdict.MATCHED, id.value()}, Mark.RECEIPT_SENT, at);
    }

    /** What happens to a matched notice once. */
    private enum Mark {
        SEEN(JdbcNoticeStore.SEEN, "seen_at"),
        FETCHED(JdbcNoticeStore.FETCHED, "fetched_at"),
        RECEIPT_SENT(JdbcNoticeStore.RECEIPT_SENT, "receipt_sent_at");

        private final String event;
        private final String column;

        Mark(String event, String column) {
            this.event = event;
            this.column = column;
        }
    }

    /** The chains are locked one after the other, in the order of their numbers, before a notice is. */
    private void mark(String which, Object[] values, Mark mark, Instant at) {
        database.transact(tx -> {
            TreeSet<ArrivalNumber> applications = SealedNotice.read(tx, which, values).stream()
                    .map(notice -> notice.bare().filing().orElseThrow().application())
                    .collect(Collectors.toCollection(TreeSet::new));
            OutboxRows outbox = new OutboxRows();
            for (ArrivalNumber application : applications) {
                Chain chain = Chain.lock(tx, application).orElseThrow();
                // Read again, now that the chain is held: another may have come first.
                String mine = which + " and n.arrival_number = ? order by n.id";
                for (SealedNotice notice :
                        SealedNotice.read(tx, mine, Tx.values(List.of(values), application.digits()))) {
                    mark(tx, chain, outbox, notice.bare(), mark, at);
                }
                chain.write(tx);
            }
            outbox.write(tx);
            return applications.size();
        });
    }

    private static void mark(Tx tx, Chain chain, OutboxRows outbox, NoticeView notice, Mark mark, Instant at)
            throws SQLException {
        tx.update(
                "update notice set " + mark.column + " = ? where id = ?",
                at,
                notice.id().value());
        chain.add(notice.filing(), mark.event, Details.notice(notice, at));
        if (mark == Mark.FETCHED) {
            outbox.add(OutboxKind.NOTICE_FETCHED, notice.id(), "");
        }
    }

    private List<NoticeView> read(String condition, Object... values) {
        return database.transact(tx -> SealedNotice.read(tx, condition, values)).stream()
                .map(notice -> notice.open(keys))
                .toList();
    }
}
