package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice.Taken;
import io.renkei.ports.notices.UnsealedMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Messages without a seal. The same one twice at once is told apart by the constraints, never by looking alone. */
final class JdbcMessageStore implements MessageStore {

    private static final String CHANNEL = "poll";

    private final Database database;
    private final CaseKeys keys;

    JdbcMessageStore(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Taken keep(
            DestinationId from, UnsealedMessage message, StagedContent content, Optional<Window> window, Instant at) {
        Staged staged = Staged.of(content);
        return database.transact(tx -> {
            Optional<NoticeId> first =
                    first(tx, from, message.entry(), staged.ref().digest());
            return first.isPresent()
                    ? new Taken(first.get(), true)
                    : new Taken(keep(tx, from, message, staged, window, at), false);
        });
    }

    private static Optional<NoticeId> first(Tx tx, DestinationId from, String entry, Sha256 digest)
            throws SQLException {
        Optional<NoticeId> named = tx.one(
                "select notice_id from notice_origin where destination = ? and entry = ?",
                row -> new NoticeId(row.getObject("notice_id", UUID.class)),
                from.value(),
                entry);
        return named.isPresent() ? named : JdbcNoticeStore.first(tx, from, digest);
    }

    private NoticeId keep(
            Tx tx, DestinationId from, UnsealedMessage message, Staged content, Optional<Window> window, Instant at)
            throws SQLException {
        Optional<FilingKey> filing = message.filing();
        Optional<Chain> chain = filing.isPresent() ? Chain.lock(tx, filing.get().application()) : Optional.empty();
        Optional<PartnerId> sender = filing.isPresent() ? NoticeVerdicts.sender(tx, filing.get()) : Optional.empty();
        if (filing.isPresent() && sender.isEmpty()) {
            throw new IllegalArgumentException("there is no filing " + filing.get());
        }
        NoticeId id = new NoticeId(UUID.randomUUID());
        try {
            content.take(tx);
            insert(tx, id, from, message, sender.orElse(message.owner()), content, window, at);
        } catch (SQLException e) {
            if (Faults.isMissing(e)) {
                throw new IllegalStateException(
                        "JOURNAL-014: the message's content is not in the store, or was swept; store it again", e);
            }
            if (Faults.isDuplicate(e)) {
                throw new SQLException("the same message was kept meanwhile", Faults.AGAIN, e);
            }
            throw e;
        }
        SealedNotice kept = SealedNotice.read(tx, id).orElseThrow();
        tx.update("update notice set title = ? where id = ?", kept.seal(keys, message.title()), id.value());
        begin(tx, kept.bare(), message.origin(), chain, at);
        return id;
    }

    /** No number is matched and no receipt is owed: a message stands in the way of no document. */
    private static void insert(
            Tx tx,
            NoticeId id,
            DestinationId from,
            UnsealedMessage message,
            PartnerId addressee,
            Staged content,
            Optional<Window> window,
            Instant at)
            throws SQLException {
        tx.update(
                "insert into notice (id, destination, channel, remote_id, digest, content_id, verdict, issuer_number, code,"
                        + " arrival_number, filing_seq, addressee, received_at, authenticated_at, available_at, issued_on,"
                        + " fetch_until, over_at, due_at, receipt_over) values (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, true)",
                id.value(),
                from.value(),
                CHANNEL,
                message.entry(),
                content.ref().digest(),
                content.ref().id(),
                NoticeVerdict.UNSEALED,
                message.entry(),
                message.filing().map(key -> key.application().digits()),
                message.filing().map(FilingKey::sequence),
                addressee.value(),
                at,
                at,
                at,
                message.issued(),
                window.map(Window::until),
                window.map(Window::until),
                window.map(Window::warnFrom));
        tx.update(
                "insert into notice_origin (notice_id, destination, entry, server, certificate) values (?, ?, ?, ?, ?)",
                id.value(),
                from.value(),
                message.entry(),
                message.origin().server(),
                message.origin().certificate().hex());
    }

    private static void begin(Tx tx, NoticeView message, NoticeOrigin origin, Optional<Chain> chain, Instant at)
            throws SQLException {
        OutboxRows outbox = new OutboxRows();
        new NoticeMarks(tx, chain, outbox).begin(message, origin, at);
        if (chain.isPresent()) {
            chain.get().write(tx);
        }
        outbox.write(tx);
    }

    @Override
    public Optional<NoticeOrigin> origin(NoticeId id) {
        return database.transact(tx -> {
            tx.harmless();
            return tx.one(
                    "select server, certificate from notice_origin where notice_id = ?",
                    row -> new NoticeOrigin(row.getString("server"), new Sha256(row.getString("certificate"))),
                    id.value());
        });
    }
}
