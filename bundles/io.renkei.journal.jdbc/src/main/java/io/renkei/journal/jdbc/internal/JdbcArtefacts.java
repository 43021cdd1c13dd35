package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.sites.SiteId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Artefacts in one table. A use marks its row, which stays until it is over: that is how a second use is known. */
final class JdbcArtefacts implements Artefacts {

    /** By the provider's time. */
    private static final Map<String, String> KEYS = Map.of("oidc_artefact", "digest", "oidc_grant", "id");

    /** By the time of the database. */
    private static final Map<String, String> OTHER_KEYS = Map.of("oidc_interaction", "digest", "oidc_logout", "word");

    /** What no grant that ended takes along: an artefact without a grant, or one whose grant is there. */
    private static final String ALIVE =
            " and (a.grant_id is null or exists (select 1 from oidc_grant g where g.id = a.grant_id))";

    private final Database database;
    private final ProtocolSeal seal;
    private final Room room = new Room();

    JdbcArtefacts(Database database, MasterKey masterKey) {
        this.database = database;
        this.seal = new ProtocolSeal(database, masterKey, "oidc_artefact");
    }

    private record Row(SiteId site, Optional<UUID> grant, byte[] sealed, boolean used, Instant until) {}

    /** One that is to be kept. */
    private record Fresh(Sha256 digest, Artefact artefact, byte[] sealed) {

        Object[] columns() {
            return new Object[] {
                digest, artefact.kind(), artefact.site().value(), artefact.grant(), sealed, artefact.until()
            };
        }
    }

    private Fresh fresh(String secret, Artefact artefact) {
        Sha256 digest = digest(artefact.kind(), secret);
        return new Fresh(digest, artefact, seal.seal(digest.hex(), artefact.payload()));
    }

    @Override
    public Kept keep(String secret, Artefact artefact, int most) {
        return keep(secret, artefact, most, tx -> {});
    }

    /** What belongs to the same transaction. */
    interface Before {
        void run(Tx tx) throws SQLException;
    }

    Kept keep(String secret, Artefact artefact, int most, Before before) {
        return keep(List.of(fresh(secret, artefact)), most, before);
    }

    @Override
    public Kept keep(Map<String, Artefact> artefacts) {
        return keep(
                artefacts.entrySet().stream()
                        .map(each -> fresh(each.getKey(), each.getValue()))
                        .toList(),
                Integer.MAX_VALUE,
                tx -> {});
    }

    /** Nearly all are new: the key of the table says so, and only after it refused one is it looked for. */
    private Kept keep(List<Fresh> all, int most, Before before) {
        AtomicBoolean refused = new AtomicBoolean();
        return database.transact(tx -> {
            boolean full = isFull(tx, all.get(0).artefact(), most);
            if ((refused.get() || full) && isThere(tx, all)) {
                return Kept.SEEN_BEFORE;
            }
            if (full) {
                return Kept.TOO_MANY;
            }
            before.run(tx);
            insert(tx, all, refused);
            return Kept.KEPT;
        });
    }

    private static boolean isThere(Tx tx, List<Fresh> all) throws SQLException {
        List<Sha256> digests = all.stream().map(Fresh::digest).toList();
        return tx.one(
                        "select kind from oidc_artefact where digest in " + Tx.in(digests),
                        row -> row.getString("kind"),
                        Tx.filled(digests).toArray())
                .isPresent();
    }

    private boolean isFull(Tx tx, Artefact artefact, int most) throws SQLException {
        if (most == Integer.MAX_VALUE || room.take(artefact)) {
            return false;
        }
        long kept = tx.one(
                        "select count(*) as kept from (select 1 as one from oidc_artefact where site = ? and kind = ?"
                                + " limit ?) few",
                        row -> row.getLong("kept"),
                        artefact.site().value(),
                        artefact.kind(),
                        most)
                .orElseThrow();
        room.counted(artefact, most - kept);
        return kept >= most;
    }

    private static void insert(Tx tx, List<Fresh> all, AtomicBoolean refused) throws SQLException {
        try {
            tx.batch(
                    "insert into oidc_artefact (digest, kind, site, grant_id, sealed, until_at) values (?, ?, ?, ?, ?, ?)",
                    all.stream().map(Fresh::columns).toList());
        } catch (SQLException e) {
            if (Faults.isDuplicate(e)) {
                refused.set(true);
                throw new SQLException("it was kept before", Faults.AGAIN, e);
            }
            throw e;
        }
    }

    @Override
    public Optional<Artefact> find(ArtefactKind kind, String secret, Instant now) {
        Sha256 digest = digest(kind, secret);
        return database.transact(tx -> {
                    // Asked for with each use of a token; one that is lost with the process is refused, which harms
                    // nobody.
                    tx.harmless();
                    return read(tx, digest, now);
                })
                .filter(row -> !row.used())
                .flatMap(row -> open(kind, digest, row));
    }

    @Override
    public Use use(ArtefactKind kind, String secret, Instant now) {
        Sha256 digest = digest(kind, secret);
        return database.transact(tx -> {
            Optional<Row> found = read(tx, digest, now);
            if (found.isEmpty()) {
                return new Use.Nothing();
            }
            Row row = found.get();
            boolean first =
                    tx.update("update oidc_artefact set used_at = ? where digest = ? and used_at is null", now, digest)
                            == 1;
            if (!first) {
                return new Use.Again(row.grant());
            }
            return open(kind, digest, row).<Use>map(Use.First::new).orElseGet(Use.Nothing::new);
        });
    }

    private static Optional<Row> read(Tx tx, Sha256 digest, Instant now) throws SQLException {
        return tx.one(
                "select a.site, a.grant_id, a.sealed, a.used_at, a.until_at from oidc_artefact a"
                        + " where a.digest = ? and a.until_at > ?" + ALIVE,
                row -> new Row(
                        new SiteId(row.getString("site")),
                        Optional.ofNullable(row.getObject("grant_id", UUID.class)),
                        row.getBytes("sealed"),
                        Tx.optionalInstant(row, "used_at").isPresent(),
                        Tx.instant(row, "until_at")),
                digest,
                now);
    }

    private Optional<Artefact> open(ArtefactKind kind, Sha256 digest, Row row) {
        return seal.open(digest.hex(), row.sealed())
                .map(plain -> new Artefact(kind, row.site(), row.grant(), plain, row.until()));
    }

    @Override
    public void forget(ArtefactKind kind, String secret) {
        database.transact(tx -> tx.update("delete from oidc_artefact where digest = ?", digest(kind, secret)));
    }

    @Override
    public int sweep(Instant now, int most) {
        int swept = 0;
        for (Map.Entry<String, String> table : KEYS.entrySet()) {
            swept += database.transact(tx -> sweep(tx, table.getKey(), table.getValue(), now, most));
        }
        for (Map.Entry<String, String> table : OTHER_KEYS.entrySet()) {
            swept += database.transact(tx -> sweep(tx, table.getKey(), table.getValue(), tx.now(), most));
        }
        return swept;
    }

    /** Looks first: there is mostly nothing to do, and then nothing is written. */
    private static int sweep(Tx tx, String table, String key, Instant now, int most) throws SQLException {
        List<Object> over = tx.query(
                "select " + key + " from " + table + " where until_at <= ? order by until_at limit ?",
                row -> row.getObject(1),
                now,
                most);
        if (over.isEmpty()) {
            tx.harmless();
            return 0;
        }
        return tx.update(
                "delete from " + table + " where " + key + " in " + Tx.in(over),
                Tx.filled(over).toArray());
    }

    private static Sha256 digest(ArtefactKind kind, String secret) {
        return Sha256.of((kind + "\0" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
