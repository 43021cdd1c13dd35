package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.OutboxKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes facts of matched notices, each once: its column, its row of the hash chain, and whom it is told to. */
final class NoticeMarks {

    private static final Map<NoticeFact, OutboxKind> TOLD = new EnumMap<>(Map.of(
            NoticeFact.AVAILABLE, OutboxKind.NOTICE_AVAILABLE,
            NoticeFact.FETCHED, OutboxKind.NOTICE_FETCHED,
            NoticeFact.SUPERSEDED, OutboxKind.NOTICE_SUPERSEDED,
            NoticeFact.WITHDRAWN, OutboxKind.NOTICE_WITHDRAWN,
            NoticeFact.EXPIRING, OutboxKind.NOTICE_EXPIRING,
            NoticeFact.EXPIRED, OutboxKind.NOTICE_EXPIRED,
            NoticeFact.ERASED, OutboxKind.NOTICE_ERASED));

    /** What happens to the deadlines of a notice with a fact; with the others nothing does. */
    private static final Map<NoticeFact, String> DUE = new EnumMap<>(Map.of(
            NoticeFact.FETCHED, "null",
            NoticeFact.SUPERSEDED, "null",
            NoticeFact.WITHDRAWN, "null",
            NoticeFact.EXPIRING, "fetch_until",
            NoticeFact.EXPIRED, "null"));

    private static final String REDELIVERY = "NOTICE_REDELIVERY_ORDERED";
    private static final String HELD = "NOTICE_HELD";
    private static final String RELEASED = "NOTICE_RELEASED";

    private final Tx tx;
    private final Optional<Chain> chain;
    private final OutboxRows outbox;

    /** @param chain of the application; empty for what concerns none */
    NoticeMarks(Tx tx, Optional<Chain> chain, OutboxRows outbox) {
        this.tx = tx;
        this.chain = chain;
        this.outbox = outbox;
    }

    /** What is done to a notice while the chain of its application is held. */
    interface Work {
        void on(NoticeMarks marks, NoticeView notice) throws SQLException;
    }

    static String column(NoticeFact fact) {
        return fact.name().toLowerCase(Locale.ROOT) + "_at";
    }

    static String event(NoticeFact fact) {
        return "NOTICE_" + fact.name();
    }

    /** The chains are locked one after the other, in the order of their numbers, before a notice is. */
    static int each(Tx tx, String which, Object[] values, Work work) throws SQLException {
        List<Optional<FilingKey>> filings = SealedNotice.read(tx, which, values).stream()
                .map(notice -> notice.bare().filing())
                .toList();
        TreeSet<ArrivalNumber> applications = filings.stream()
                .flatMap(Optional::stream)
                .map(FilingKey::application)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<ArrivalNumber, Chain> chains = new TreeMap<>();
        for (ArrivalNumber application : applications) {
            chains.put(application, Chain.lock(tx, application).orElseThrow());
        }
        int found = each(tx, chains, which, values, work);
        return filings.stream().anyMatch(Optional::isEmpty) ? found + eachUnbound(tx, which, values, "", work) : found;
    }

    /**
     * Those that concern no application: their own rows are locked.
     *
     * @param lock what stands behind "for update"
     */
    static int eachUnbound(Tx tx, String which, Object[] values, String lock, Work work) throws SQLException {
        List<UUID> ids = tx.query(
                "select n.id from notice n where " + which + " and n.arrival_number is null order by n.id for update"
                        + lock,
                row -> row.getObject("id", UUID.class),
                values);
        if (ids.isEmpty()) {
            return 0;
        }
        OutboxRows outbox = new OutboxRows();
        NoticeMarks marks = new NoticeMarks(tx, Optional.empty(), outbox);
        for (SealedNotice notice :
                SealedNotice.read(tx, "n.id in " + Tx.in(ids), Tx.filled(ids).toArray())) {
            work.on(marks, notice.bare());
        }
        outbox.write(tx);
        return ids.size();
    }

    /** Those of the applications whose chains are held; read again, for another may have come first. */
    static int each(Tx tx, Map<ArrivalNumber, Chain> chains, String which, Object[] values, Work work)
            throws SQLException {
        OutboxRows outbox = new OutboxRows();
        int found = 0;
        for (Map.Entry<ArrivalNumber, Chain> each : chains.entrySet()) {
            String mine = which + " and n.arrival_number = ? order by n.id";
            NoticeMarks marks = new NoticeMarks(tx, Optional.of(each.getValue()), outbox);
            for (SealedNotice notice : SealedNotice.read(
                    tx, mine, Tx.values(List.of(values), each.getKey().digits()))) {
                work.on(marks, notice.bare());
                found++;
            }
            each.getValue().write(tx);
        }
        outbox.write(tx);
        return found;
    }

    /** The rows of a notice that was matched just now, with what is known of it from before. */
    void begin(NoticeView notice, Instant at) {
        Map<String, Object> read = new LinkedHashMap<>();
        notice.facts().issued().ifPresent(day -> read.put("issued", day.toString()));
        read.put("number", notice.issuerNumber());
        add(notice, NoticeFact.RECEIVED, notice.received(), read);
        notice.facts()
                .verification()
                .ifPresent(found -> add(
                        notice,
                        NoticeFact.VERIFIED,
                        notice.facts().at(NoticeFact.VERIFIED).orElse(at),
                        Map.of("signers", found.signers(), "finding", found.finding())));
        add(notice, NoticeFact.AVAILABLE, at, Map.of());
    }

    /** The rows of a message without a seal, which was kept just now. */
    void begin(NoticeView message, NoticeOrigin origin, Instant at) {
        add(message, NoticeFact.RECEIVED, at, Map.of("entry", message.remoteId()));
        add(
                message,
                NoticeFact.AUTHENTICATED,
                at,
                Map.of(
                        "seal",
                        "none",
                        "server",
                        origin.server(),
                        "certificate",
                        origin.certificate().hex()));
        add(message, NoticeFact.AVAILABLE, at, Map.of());
    }

    private void add(NoticeView notice, NoticeFact fact, Instant at, Map<String, ?> more) {
        chain.ifPresent(rows -> rows.add(notice.filing(), event(fact), Details.notice(notice, at, more)));
        if (TOLD.containsKey(fact)) {
            outbox.add(TOLD.get(fact), notice.id(), "");
        }
    }

    /** Nothing when it was written before. */
    void mark(NoticeView notice, NoticeFact fact, Instant at) throws SQLException {
        mark(notice, fact, at, Map.of());
    }

    /** @param more what the row of the chain says beside; no personal data */
    void mark(NoticeView notice, NoticeFact fact, Instant at, Map<String, ?> more) throws SQLException {
        if (set(notice, fact, at)) {
            add(notice, fact, at, more);
        }
    }

    /** Whether it was not written before. */
    private boolean set(NoticeView notice, NoticeFact fact, Instant at) throws SQLException {
        String due = DUE.containsKey(fact) ? ", due_at = " + DUE.get(fact) : "";
        String column = column(fact);
        int written = tx.update(
                "update notice set " + column + " = ?" + due + " where id = ? and " + column + " is null",
                at,
                notice.id().value());
        return written == 1;
    }

    void untold(NoticeView notice, String code, Instant at) throws SQLException {
        tx.update(
                "update notice set receipt_over = true where id = ?",
                notice.id().value());
        mark(notice, NoticeFact.UNTOLD, at, Map.of("code", code));
    }

    void delivered(NoticeView notice, String channel, Instant at) throws SQLException {
        if (NoticeDeliveries.put(tx, notice.id(), new Delivery(channel, Delivery.State.DELIVERED, at, ""))) {
            markOf(notice, NoticeFact.DELIVERED, at, Map.of("to", channel));
        }
    }

    /** Delivered, at an address of the addressee's own. */
    void placed(NoticeView notice, String channel, String reference, Instant at) throws SQLException {
        Delivery delivery = new Delivery(channel, Delivery.State.DELIVERED, at, "", reference, Optional.empty());
        if (NoticeDeliveries.put(tx, notice.id(), delivery)) {
            markOf(notice, NoticeFact.DELIVERED, at, Map.of("to", channel, "reference", reference));
            outbox.add(OutboxKind.NOTICE_PLACED, notice.id(), channel);
        }
    }

    void failed(NoticeView notice, String channel, String code, Instant at) throws SQLException {
        if (NoticeDeliveries.put(tx, notice.id(), new Delivery(channel, Delivery.State.FAILED, at, code))) {
            markOf(notice, NoticeFact.FAILED, at, Map.of("to", channel, "code", code));
        }
    }

    /** Whether it was given up on the channel, and can be tried again. */
    boolean redeliver(NoticeView notice, String channel, String by, Instant at) throws SQLException {
        boolean isForgiven = notice.verdict() == NoticeVerdict.MATCHED
                && !notice.facts().isOver(at)
                && NoticeDeliveries.forgive(tx, notice.id(), channel);
        if (isForgiven) {
            JdbcDeliveryStore.insert(tx, channel, notice);
            ordered(notice, REDELIVERY, at, Map.of("to", channel, "by", by));
        }
        return isForgiven;
    }

    /** The bytes go with the key that opens them; what was known of them stays. */
    void erase(NoticeView notice, Instant at) throws SQLException {
        destroy(notice);
        tx.update("update notice set over_at = null where id = ?", notice.id().value());
        mark(notice, NoticeFact.ERASED, at, Map.of("fetched", notice.fetched().isPresent()));
    }

    /** The same of one that came into no inbox: nobody is told, and the same bytes are a new notice from now on. */
    void eraseQuarantined(NoticeView notice, Instant at) throws SQLException {
        destroy(notice);
        tx.update(
                "update notice set quarantined_at = null, digest = null where id = ?",
                notice.id().value());
        set(notice, NoticeFact.ERASED, at);
    }

    private void destroy(NoticeView notice) throws SQLException {
        UUID key = tx.one(
                        "select case_key from content where id = ?",
                        row -> row.getObject("case_key", UUID.class),
                        notice.content().id())
                .orElseThrow();
        CaseKeys.destroy(tx, key);
    }

    void held(NoticeView notice, String by, Instant at) {
        ordered(notice, HELD, at, Map.of("by", by));
    }

    void released(NoticeView notice, String by, Instant at) {
        ordered(notice, RELEASED, at, Map.of("by", by));
    }

    /** What an operator ordered is no fact of the notice, and stands in the chain alone. */
    private void ordered(NoticeView notice, String event, Instant at, Map<String, ?> more) {
        chain.ifPresent(rows -> rows.add(notice.filing(), event, Details.notice(notice, at, more)));
    }

    /** Nothing when it was not delivered there, or was opened before. */
    void opened(NoticeView notice, String channel, Instant opened, Instant at) throws SQLException {
        if (NoticeDeliveries.open(tx, notice.id(), channel, opened)) {
            markOf(notice, NoticeFact.OPENED, at, Map.of("by", channel, "opened", opened.toString()));
        }
    }

    /** The column has the time of the first channel; each channel has its row of the chain. */
    private void markOf(NoticeView notice, NoticeFact fact, Instant at, Map<String, ?> channel) throws SQLException {
        set(notice, fact, at);
        add(notice, fact, at, channel);
    }
}
