package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccess.ReadReceipt;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore.Asked;
import io.renkei.ports.holdings.HoldingStore.DueReceipt;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The records of fetches, and the read receipts that are due for them. */
final class HoldingAccesses {

    private final Database database;

    HoldingAccesses(Database database) {
        this.database = database;
    }

    void asked(Asked asked) {
        database.transact(tx -> tx.update(
                "insert into holding_access (id, account, consent, service, holding, kind, bundle, asked_at, missing,"
                        + " code, receipt, tries) values (?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, 0)",
                asked.id().value(),
                asked.account().value(),
                asked.link().value(),
                asked.holding().service().value(),
                asked.holding().id(),
                asked.kind(),
                asked.bundle().map(BundleId::value),
                asked.at(),
                ReadReceipt.NONE));
    }

    void answered(HoldingAccessId id, Judgement judgement) {
        database.transact(tx -> tx.update(
                "update holding_access set verdict = ?, code = ?, judged_at = ?, digest = ?, signer = ?"
                        + " where id = ? and verdict is null and missing = ''",
                judgement.verdict(),
                judgement.code(),
                judgement.at(),
                judgement.digest(),
                judgement.signer(),
                id.value()));
    }

    void opened(HoldingAccessId id, Instant at) {
        database.transact(tx -> due(tx, at, " where id = ?", id.value()));
    }

    void missing(HoldingAccessId id, String code, Instant at) {
        database.transact(tx -> tx.update(
                "update holding_access set missing = ?, judged_at = ? where id = ? and verdict is null and missing = ''",
                code,
                at,
                id.value()));
    }

    void opened(BundleId bundle, Collection<SiteId> services, Instant at) {
        database.transact(tx -> {
            int due = 0;
            for (SiteId service : services) {
                due += due(tx, at, " where bundle = ? and service = ?", bundle.value(), service.value());
            }
            return due;
        });
    }

    private static int due(Tx tx, Instant at, String which, Object... values) throws SQLException {
        return tx.update(
                "update holding_access set receipt = ?, opened_at = ?, try_at = ?" + which
                        + " and verdict = ? and receipt = ?",
                Tx.values(
                        List.of(ReadReceipt.DUE, at, tx.now()),
                        Tx.values(List.of(values), Verdict.VERIFIED, ReadReceipt.NONE)));
    }

    List<DueReceipt> claim(SiteId service, Duration lease, int limit) {
        return database.transact(tx -> {
            List<DueReceipt> due = tx.query(
                    "select id, account, consent, holding, opened_at, tries from holding_access where service = ?"
                            + " and receipt = ? and try_at <= ? order by try_at, id limit ?",
                    row -> new DueReceipt(
                            new HoldingAccessId(row.getObject("id", UUID.class)),
                            new AccountId(row.getObject("account", UUID.class)),
                            new ConsentId(row.getObject("consent", UUID.class)),
                            new HoldingRef(service, row.getString("holding")),
                            Tx.instant(row, "opened_at"),
                            row.getInt("tries")),
                    service.value(),
                    ReadReceipt.DUE,
                    tx.now(),
                    limit);
            List<DueReceipt> mine = new ArrayList<>();
            for (DueReceipt each : due) {
                int moved = tx.update(
                        "update holding_access set try_at = ? where id = ? and receipt = ? and try_at <= ?",
                        tx.now().plus(lease),
                        each.id().value(),
                        ReadReceipt.DUE,
                        tx.now());
                if (moved == 1) {
                    mine.add(each);
                }
            }
            return mine;
        });
    }

    void again(HoldingAccessId id, Duration pause) {
        database.transact(tx -> tx.update(
                "update holding_access set tries = tries + 1, try_at = ? where id = ? and receipt = ?",
                tx.now().plus(pause),
                id.value(),
                ReadReceipt.DUE));
    }

    void ended(HoldingAccessId id, boolean sent) {
        database.transact(tx -> tx.update(
                "update holding_access set receipt = ?, try_at = null where id = ? and receipt = ?",
                sent ? ReadReceipt.SENT : ReadReceipt.GIVEN_UP,
                id.value(),
                ReadReceipt.DUE));
    }

    List<HoldingAccess> list(AccountId account, Optional<HoldingAccessId> before, int limit) {
        return database.transact(tx -> {
            Optional<Instant> from = before.isEmpty()
                    ? Optional.empty()
                    : tx.one(
                            "select asked_at from holding_access where id = ? and account = ?",
                            row -> Tx.instant(row, "asked_at"),
                            before.get().value(),
                            account.value());
            if (before.isPresent() && from.isEmpty()) {
                return List.of();
            }
            List<Object> values = new ArrayList<>(List.of(account.value()));
            String page = "";
            if (from.isPresent()) {
                page = " and (asked_at < ? or asked_at = ? and id < ?)";
                values.addAll(List.of(from.get(), from.get(), before.get().value()));
            }
            return tx.query(
                    "select * from holding_access where account = ?" + page
                            + " order by asked_at desc, id desc limit ?",
                    row -> access(row, account),
                    Tx.values(values, limit));
        });
    }

    private static HoldingAccess access(ResultSet row, AccountId account) throws SQLException {
        return new HoldingAccess(
                new HoldingAccessId(row.getObject("id", UUID.class)),
                account,
                new ConsentId(row.getObject("consent", UUID.class)),
                new HoldingRef(new SiteId(row.getString("service")), row.getString("holding")),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("bundle", UUID.class)).map(BundleId::new),
                Tx.instant(row, "asked_at"),
                row.getString("missing"),
                row.getString("verdict") == null ? Optional.empty() : Optional.of(judgement(row)),
                ReadReceipt.valueOf(row.getString("receipt")));
    }

    /** Of a row that has a verdict. */
    static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(
                Verdict.valueOf(row.getString("verdict")),
                row.getString("code"),
                Tx.instant(row, "judged_at"),
                Optional.ofNullable(row.getBytes("digest")).map(Sha256::ofDigest),
                Optional.ofNullable(row.getString("signer")));
    }

    int remove(Instant before, int limit) {
        return database.transact(tx -> {
            List<UUID> old = tx.query(
                    "select id from holding_access where asked_at < ? order by asked_at limit ?",
                    row -> row.getObject("id", UUID.class),
                    before,
                    limit);
            return old.isEmpty()
                    ? 0
                    : tx.update(
                            "delete from holding_access where id in " + Tx.in(old),
                            Tx.filled(old).toArray());
        });
    }
}
