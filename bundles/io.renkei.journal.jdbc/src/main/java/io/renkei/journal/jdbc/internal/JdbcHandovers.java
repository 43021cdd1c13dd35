package io.renkei.journal.jdbc.internal;

import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.selfinfo.QuestionId;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Handovers. The chain of the account is locked first, then the handover changes under the version that was seen. */
final class JdbcHandovers implements HandoverStore {

    private static final int MOST = 200;
    private static final int MOST_CLAIMED = 200;

    /** Some are taken by other nodes between the look and the lock. */
    private static final int CANDIDATES_PER_CLAIM = 2;

    /** On the way to the site: the link has to hold. */
    private static final Set<HandoverState> LINKED =
            EnumSet.of(HandoverState.COLLECTING, HandoverState.REVIEW, HandoverState.RELEASED, HandoverState.FETCHED);

    private final Database database;
    private final CaseKeys keys;
    private final MasterKey masterKey;

    JdbcHandovers(Database database, CaseKeys keys, MasterKey masterKey) {
        this.database = database;
        this.keys = keys;
        this.masterKey = masterKey;
    }

    @Override
    public void ask(KeptHandover asked) {
        database.ready();
        UUID keyId = UUID.randomUUID();
        byte[] key = Seal.randomKey();
        byte[] wrapped = masterKey.wrap(Seal.handoverKeyContext(keyId), key);
        HandoverView view = asked.view();
        database.transact(tx -> tx.update(
                "insert into handover (id, site, state, version, forget, key_id, wrapped, matter, asked_at, changed_at,"
                        + " until_at, look_at) values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?)",
                view.id().value(),
                view.site().value(),
                view.state(),
                asked.version(),
                keyId,
                wrapped,
                SealedHandover.seal(key, asked),
                view.askedAt(),
                asked.changed(),
                view.until(),
                asked.look()));
    }

    @Override
    public Optional<KeptHandover> find(HandoverId id) {
        return read("id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<HandoverView> of(AccountId account) {
        return read("account = ? order by asked_at desc, id limit ?", account.value(), MOST).stream()
                .map(KeptHandover::view)
                .toList();
    }

    private List<KeptHandover> read(String condition, Object... values) {
        return database.transact(tx -> SealedHandover.read(tx, condition, values)).stream()
                .flatMap(row -> row.open(masterKey).stream())
                .toList();
    }

    @Override
    public Outcome apply(Change change) {
        return database.transact(tx -> {
            Optional<AccountId> account = change.after().view().account();
            Optional<AccountChain> chain =
                    account.isPresent() ? AccountChain.lock(tx, keys, account.get()) : Optional.empty();
            if (account.isPresent() && chain.isEmpty()) {
                return Outcome.UNLINKED;
            }
            if (chain.isPresent() && !isLinked(tx, change, chain.get().now())) {
                return Outcome.UNLINKED;
            }
            if (!write(tx, change)) {
                return Outcome.CHANGED;
            }
            if (chain.isPresent()) {
                HandoverEvidence.write(tx, chain.get(), account.get(), change);
            }
            return Outcome.MADE;
        });
    }

    private static boolean isLinked(Tx tx, Change change, Instant now) throws SQLException {
        if (!LINKED.contains(change.after().view().state()) || change.event().isEmpty()) {
            return true;
        }
        return tx.one(
                        "select consent from link where consent = ? and revoked_at is null and until_at > ?",
                        row -> true,
                        change.after().link().map(ConsentId::value),
                        now)
                .isPresent();
    }

    private record HandoverKey(UUID id, byte[] wrapped) {}

    private boolean write(Tx tx, Change change) throws SQLException {
        KeptHandover after = change.after();
        HandoverView view = after.view();
        Optional<HandoverKey> key = tx.one(
                "select key_id, wrapped from handover where id = ? and version = ? and wrapped is not null for update",
                row -> new HandoverKey(row.getObject("key_id", UUID.class), row.getBytes("wrapped")),
                view.id().value(),
                change.before().version());
        if (key.isEmpty()) {
            return false;
        }
        byte[] plainKey = unwrap(view.id(), key.get());
        Optional<byte[]> data = change.papers()
                .data()
                .map(bytes -> Seal.seal(plainKey, Seal.chosenContext(view.id().value()), bytes, bytes.length));
        tx.update(
                "update handover set state = ?, version = version + 1, account = ?, link = ?, consent = ?, question = ?, bundle = ?,"
                        + " forget = ?, matter = ?, changed_at = ?, until_at = ?, look_at = ? where id = ?",
                view.state(),
                view.account().map(AccountId::value),
                after.link().map(ConsentId::value),
                view.consent().map(ConsentId::value),
                view.question().map(QuestionId::value),
                view.bundle().map(BundleId::value),
                after.forget(),
                SealedHandover.seal(plainKey, after),
                after.changed(),
                view.until(),
                after.look(),
                view.id().value());
        if (data.isPresent()) {
            tx.update(
                    "update handover set data = ? where id = ?",
                    data.get(),
                    view.id().value());
        } else if (!LINKED.contains(view.state())) {
            clear(tx, view.id());
        }
        return true;
    }

    private byte[] unwrap(HandoverId id, HandoverKey key) {
        try {
            return masterKey.unwrap(Seal.handoverKeyContext(key.id()), key.wrapped());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "JOURNAL-052: the key of handover " + id
                            + " was changed in the database. Keep the database and restore" + " from the backup.",
                    e);
        }
    }

    private static int clear(Tx tx, HandoverId id) throws SQLException {
        return tx.update("update handover set data = null where id = ?", id.value());
    }

    private record Data(UUID keyId, byte[] wrapped, byte[] data) {}

    @Override
    public Optional<byte[]> data(HandoverId id) {
        Optional<Data> kept = database.transact(tx -> tx.one(
                "select key_id, wrapped, data from handover where id = ? and wrapped is not null and data is not null",
                row -> new Data(row.getObject("key_id", UUID.class), row.getBytes("wrapped"), row.getBytes("data")),
                id.value()));
        return kept.map(row -> {
            byte[] key = unwrap(id, new HandoverKey(row.keyId(), row.wrapped()));
            try {
                return Seal.open(key, Seal.chosenContext(id.value()), row.data());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(
                        "JOURNAL-052: the data of handover " + id + " was changed in the database and is not released."
                                + " Keep the database and restore from the backup.",
                        e);
            }
        });
    }

    @Override
    public void destroy(HandoverId id) {
        database.transact(tx -> clear(tx, id));
    }

    @Override
    public List<HandoverId> claim(Instant now, Duration lease, int limit) {
        Limits.require("limit", limit, MOST_CLAIMED);
        return database.transact(tx -> {
            List<UUID> candidates = ids(
                    tx,
                    "select id from handover where look_at <= ? order by look_at, id limit ?",
                    now,
                    limit * CANDIDATES_PER_CLAIM);
            if (candidates.isEmpty()) {
                tx.harmless();
                return List.of();
            }
            List<UUID> free = ids(
                    tx,
                    "select id from handover where look_at <= ? and id in " + Tx.in(candidates)
                            + " for update skip locked",
                    Tx.values(List.of(now), Tx.filled(candidates).toArray()));
            List<UUID> claimed = free.stream().limit(limit).toList();
            tx.batch(
                    "update handover set look_at = ? where id = ?",
                    claimed.stream()
                            .map(id -> new Object[] {now.plus(lease), id})
                            .toList());
            return claimed.stream().map(HandoverId::new).toList();
        });
    }

    private static List<UUID> ids(Tx tx, String sql, Object... values) throws SQLException {
        return tx.query(sql, row -> row.getObject("id", UUID.class), values);
    }

    @Override
    public void lookAgain(HandoverId id, long version, Optional<Instant> at) {
        database.transact(tx ->
                tx.update("update handover set look_at = ? where id = ? and version = ?", at, id.value(), version));
    }

    @Override
    public int removeUnanswered(Instant before) {
        return database.transact(tx ->
                tx.update("delete from handover where account is null and look_at is null and until_at < ?", before));
    }

    @Override
    public List<HandoverView> list(HandoverState state, int limit) {
        Limits.require("limit", limit, MOST);
        return read("state = ? order by state desc, changed_at desc, id desc limit ?", state, limit).stream()
                .map(KeptHandover::view)
                .toList();
    }

    @Override
    public Map<HandoverState, Long> counts() {
        Map<HandoverState, Long> counts = new EnumMap<>(HandoverState.class);
        database.transact(tx -> tx.query(
                        "select state, count(*) as handovers from handover group by state",
                        row -> Map.entry(HandoverState.valueOf(row.getString("state")), row.getLong("handovers"))))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    @Override
    public long countSince(HandoverState state, Instant before) {
        return database.transact(tx -> tx.one(
                        "select count(*) as handovers from handover where state = ? and changed_at < ?",
                        row -> row.getLong("handovers"),
                        state,
                        before)
                .orElse(0L));
    }
}
