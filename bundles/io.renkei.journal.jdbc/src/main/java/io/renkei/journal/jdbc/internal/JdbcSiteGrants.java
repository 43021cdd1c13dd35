package io.renkei.journal.jdbc.internal;

import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.artefacts.SiteGrant;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.sites.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Grants in one table. One that ends is removed with all that belongs to it. */
final class JdbcSiteGrants implements SiteGrants {

    private static final int MOST = 1_000;

    private final Database database;
    private final ProtocolSeal seal;
    private final JdbcArtefacts artefacts;

    /** @param artefacts of the same database */
    JdbcSiteGrants(Database database, MasterKey masterKey, JdbcArtefacts artefacts) {
        this.database = database;
        this.artefacts = artefacts;
        this.seal = new ProtocolSeal(database, masterKey, "oidc_grant");
    }

    private record Row(UUID id, SiteId site, ConsentId link, UUID session, byte[] sealed, Instant until) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    new SiteId(row.getString("site")),
                    new ConsentId(row.getObject("link", UUID.class)),
                    row.getObject("session_id", UUID.class),
                    row.getBytes("sealed"),
                    Tx.instant(row, "until_at"));
        }
    }

    @Override
    public void begin(SiteGrant grant) {
        byte[] sealed = sealed(grant);
        database.transact(tx -> insert(tx, grant, sealed));
    }

    @Override
    public Kept begin(SiteGrant grant, String secret, Artefact artefact, int most) {
        byte[] sealed = sealed(grant);
        return artefacts.keep(secret, artefact, most, tx -> insert(tx, grant, sealed));
    }

    private byte[] sealed(SiteGrant grant) {
        return seal.seal(grant.id().toString(), grant.details());
    }

    private static int insert(Tx tx, SiteGrant grant, byte[] sealed) throws SQLException {
        return tx.update(
                "insert into oidc_grant (id, site, link, session_id, session_over, sealed, until_at)"
                        + " values (?, ?, ?, ?, false, ?, ?)",
                grant.id(),
                grant.site().value(),
                grant.link().value(),
                grant.session(),
                sealed,
                grant.until());
    }

    @Override
    public Optional<SiteGrant> find(UUID id, Instant now) {
        return read("id = ? and until_at > ?", id, now).stream().findFirst();
    }

    @Override
    public void end(UUID id) {
        database.transact(tx -> {
            tx.update("delete from oidc_artefact where grant_id = ?", id);
            return tx.update("delete from oidc_grant where id = ?", id);
        });
    }

    @Override
    public List<SiteGrant> ofLink(ConsentId link) {
        return read("link = ? order by id limit ?", link.value(), MOST);
    }

    @Override
    public List<SiteGrant> ofSession(UUID session) {
        return read("session_id = ? order by id limit ?", session, MOST);
    }

    private List<SiteGrant> read(String condition, Object... values) {
        List<Row> rows = database.transact(tx -> {
            tx.harmless();
            return tx.query("select * from oidc_grant where " + condition, Row::of, values);
        });
        return rows.stream().flatMap(row -> open(row).stream()).toList();
    }

    private Optional<SiteGrant> open(Row row) {
        return seal.open(row.id().toString(), row.sealed())
                .map(plain -> new SiteGrant(row.id(), row.site(), row.link(), row.session(), plain, row.until()));
    }

    @Override
    public List<UUID> watched(Optional<UUID> after, int most) {
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select distinct session_id from oidc_grant where session_over = false and session_id > ?"
                            + " order by session_id limit ?",
                    row -> row.getObject("session_id", UUID.class),
                    after.orElseGet(() -> new UUID(0, 0)),
                    most);
        });
    }

    @Override
    public void sessionOver(UUID session) {
        database.transact(tx -> tx.update("update oidc_grant set session_over = true where session_id = ?", session));
    }
}
