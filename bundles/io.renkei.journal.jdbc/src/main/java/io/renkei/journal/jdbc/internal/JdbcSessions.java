package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Session;
import io.renkei.ports.people.SessionStore;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sessions. Each question reads the table, so that an end counts at once on every node. */
final class JdbcSessions implements SessionStore {

    /** Which part of the idle time is not worth a write. */
    private static final int PART = 30;

    private static final String READ = "select s.id as session, s.signed_in_at, s.used_at, s.until_at, a.id, a.kind,"
            + " a.since_at from people_session s join account a on a.id = s.account"
            + " where s.token = ? and s.ended_at is null and s.until_at > ? and s.used_at > ?";

    private final Database database;

    JdbcSessions(Database database) {
        this.database = database;
    }

    private record Used(Session session, Instant at) {}

    @Override
    public void add(Session session, String token) {
        database.transact(tx -> tx.update(
                "insert into people_session (id, token, account, signed_in_at, used_at, until_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                session.id(),
                digest(token),
                session.account().id().value(),
                session.signedInAt(),
                session.signedInAt(),
                session.until()));
    }

    @Override
    public Optional<Session> use(String token, Duration idle, Instant at) {
        return database.transact(tx -> {
            // Asked with each page. A session that is lost with the process is signed in anew.
            tx.harmless();
            Optional<Used> used = tx.one(READ, JdbcSessions::used, digest(token), at, at.minus(idle));
            if (used.isPresent() && used.get().at().isBefore(at.minus(idle.dividedBy(PART)))) {
                tx.update(
                        "update people_session set used_at = ? where id = ? and used_at < ?",
                        at,
                        used.get().session().id(),
                        at);
            }
            return used.map(Used::session);
        });
    }

    @Override
    public Set<UUID> open(List<UUID> ids, Duration idle, Instant at) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(database.transact(tx -> {
                    tx.harmless();
                    return tx.query(
                            "select id from people_session where id in " + Tx.in(ids)
                                    + " and ended_at is null and until_at > ? and used_at > ?",
                            row -> row.getObject("id", UUID.class),
                            Tx.values(Tx.filled(ids), at, at.minus(idle)));
                }));
    }

    @Override
    public void close(UUID id, Instant at) {
        database.transact(
                tx -> tx.update("update people_session set ended_at = ? where id = ? and ended_at is null", at, id));
    }

    @Override
    public int removeEnded(Instant before) {
        return database.transact(
                tx -> tx.update("delete from people_session where until_at < ? or ended_at < ?", before, before));
    }

    private static Sha256 digest(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Used used(ResultSet row) throws SQLException {
        Account account = new Account(
                new AccountId(row.getObject("id", UUID.class)),
                AccountKind.valueOf(row.getString("kind")),
                Tx.instant(row, "since_at"));
        return new Used(
                new Session(
                        row.getObject("session", UUID.class),
                        account,
                        Tx.instant(row, "signed_in_at"),
                        Tx.instant(row, "until_at")),
                Tx.instant(row, "used_at"));
    }
}
