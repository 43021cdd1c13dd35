package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.OutboxKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Notices. The same bytes twice at once are told apart by the constraint, never by looking alone. */
final class JdbcNoticeStore implements NoticeStore {

    private static final int MOST_PER_PAGE = 100;
    private static final int LONGEST_REFERENCE = 400;
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_CHANNEL = 16;
    private static final int LONGEST_REMOTE_ID = 400;

    /** Not "is not null", which H2 does not look up in the index: most notices were not fetched yet. */
    private static final String RECEIPT_DUE =
            "n.receipt_over = false and n.receipt_sent_at is null and n.fetched_at > " + Tx.EPOCH;

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
            if (first.isPresent()) {
                NoticeVerdicts.countRepeat(tx, first.get());
            }
            NoticeId id = first.isPresent() ? first.get() : insert(tx, from, channel, remoteId, staged, received);
            DeliveryNotes.add(tx, id, note);
            return new ReceiveNotice.Taken(id, first.isPresent());
        });
    }

    @Override
    public DeliveryNote note(NoticeId id) {
        return database.transact(tx -> {
                    // Who judges by it writes the verdict behind it.
                    tx.harmless();
                    return DeliveryNotes.find(tx, id);
                })
                .orElse(DeliveryNote.NONE);
    }

    static Optional<NoticeId> first(Tx tx, DestinationId from, Sha256 digest) throws SQLException {
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
    public List<NoticeView> inbox(PartnerId addressee, InboxFilter filter, Optional<NoticeId> before, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        InboxQuery query = new InboxQuery(addressee, filter, before, limit);
        return read(query.condition(), query.values());
    }

    @Override
    public List<NoticeView> list(NoticeVerdict verdict, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return read("n.verdict = ? order by n.verdict desc, n.received_at desc, n.id desc limit ?", verdict, limit);
    }

    @Override
    public List<NoticeView> orphans(Instant since, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return read(
                "n.verdict = ? and n.received_at >= ? and n.erased_at is null"
                        + " order by n.verdict, n.received_at, n.id limit ?",
                NoticeVerdict.ORPHAN,
                since,
                limit);
    }

    @Override
    public Optional<NoticeView> numbered(DestinationId issuer, String number) {
        return read("n.destination = ? and n.matched_number = ?", issuer.value(), number).stream()
                .findFirst();
    }

    @Override
    public List<NoticeView> list(NoticeFact fact, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        String column = "n." + NoticeMarks.column(fact);
        return read(column + " > " + Tx.EPOCH + " order by " + column + " desc, n.id desc limit ?", limit);
    }

    @Override
    public List<Delivery> deliveries(NoticeId id) {
        return database.transact(tx -> NoticeDeliveries.of(tx, id));
    }

    @Override
    public void delivered(String channel, Set<NoticeId> ids, Instant at) {
        if (!ids.isEmpty()) {
            Limits.require("the number of notices", ids.size(), MOST_AT_ONCE);
            settle(channel, ids, (marks, notice) -> marks.delivered(notice, channel, at));
        }
    }

    @Override
    public void placed(String channel, NoticeId id, String reference, Instant at) {
        Limits.require("a reference", reference, LONGEST_REFERENCE);
        settle(channel, Set.of(id), (marks, notice) -> marks.placed(notice, channel, reference, at));
    }

    @Override
    public void failed(String channel, NoticeId id, String code, Instant at) {
        Limits.require("a code", code, NoticeVerdicts.LONGEST_CODE);
        settle(channel, Set.of(id), (marks, notice) -> marks.failed(notice, channel, code, at));
    }

    /** What came to its end on a channel leaves the channel's list. */
    private void settle(String channel, Set<NoticeId> ids, NoticeMarks.Work work) {
        List<UUID> named = ids.stream().map(NoticeId::value).toList();
        database.transact(tx -> {
            int found = NoticeMarks.each(
                    tx,
                    "n.addressee is not null and n.id in " + Tx.in(named),
                    Tx.filled(named).toArray(),
                    work);
            JdbcDeliveryStore.remove(tx, channel, named);
            return found;
        });
    }

    @Override
    public int passDeadlines(Instant now, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> NoticeDeadlines.pass(tx, now, limit));
    }

    @Override
    public boolean markRead(PartnerId addressee, NoticeId id, boolean read) {
        return database.transact(tx -> tx.update(
                        "update notice set is_read = ? where id = ? and addressee = ?",
                        read,
                        id.value(),
                        addressee.value()))
                == 1;
    }

    @Override
    public void seen(PartnerId addressee, List<NoticeId> ids, Instant at) {
        if (!ids.isEmpty()) {
            Limits.require("the number of notices", ids.size(), MOST_PER_PAGE);
            each("n.seen_at is null and n.addressee = ?", ids, NoticeFact.SEEN, at, addressee.value());
        }
    }

    @Override
    public void fetched(PartnerId addressee, NoticeId id, Instant at) {
        each("n.fetched_at is null and n.addressee = ?", Set.of(id), NoticeFact.FETCHED, at, addressee.value());
    }

    @Override
    public List<NoticeView> receiptsDue(DestinationId from, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return read(
                "n.destination = ? and " + RECEIPT_DUE
                        + " order by n.destination, n.receipt_over, n.receipt_sent_at, n.fetched_at, n.id limit ?",
                from.value(),
                limit);
    }

    @Override
    public Set<DestinationId> withReceiptsDue(Set<DestinationId> among) {
        return database.transact(tx -> DestinationsWith.condition(
                tx, among, "exists (select 1 from notice n where n.destination = d.id and " + RECEIPT_DUE + ")"));
    }

    @Override
    public void receiptSent(NoticeId id, Instant at) {
        each("n.receipt_sent_at is null and n.addressee is not null", Set.of(id), NoticeFact.RECEIPT_SENT, at);
    }

    @Override
    public void untold(NoticeId id, String code, Instant at) {
        Limits.require("a code", code, NoticeVerdicts.LONGEST_CODE);
        each(
                "n.receipt_sent_at is null and n.addressee is not null",
                Set.of(id),
                (marks, notice) -> marks.untold(notice, code, at));
    }

    @Override
    public List<NoticeView> expired(DestinationId from, Optional<NoticeId> after, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        String page = after.isEmpty()
                ? ""
                : " and not exists (select 1 from notice b where b.id = ? and b.destination = n.destination"
                        + " and (n.expired_at < b.expired_at or n.expired_at = b.expired_at and n.id <= b.id))";
        List<Object> values = new ArrayList<>(List.of(from.value()));
        after.ifPresent(last -> values.add(last.value()));
        values.add(limit);
        return database
                .transact(tx -> SealedNotice.read(
                        tx,
                        "n.destination = ? and n.expired_at > " + Tx.EPOCH + " and n.verdict <> 'UNSEALED'" + page
                                + " order by n.destination, n.expired_at, n.id limit ?",
                        values.toArray()))
                .stream()
                .map(SealedNotice::bare)
                .toList();
    }

    private void each(String which, Collection<NoticeId> ids, NoticeFact fact, Instant at, Object... values) {
        each(which, ids, (marks, notice) -> marks.mark(notice, fact, at), values);
    }

    private void each(String which, Collection<NoticeId> ids, NoticeMarks.Work work, Object... values) {
        List<UUID> named = ids.stream().map(NoticeId::value).toList();
        Object[] all = Tx.values(List.of(values), Tx.filled(named).toArray());
        database.transact(tx -> NoticeMarks.each(tx, which + " and n.id in " + Tx.in(named), all, work));
    }

    private List<NoticeView> read(String condition, Object... values) {
        return database.transact(tx -> SealedNotice.read(tx, condition, values)).stream()
                .map(notice -> notice.open(keys))
                .toList();
    }
}
