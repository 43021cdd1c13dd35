package io.renkei.journal.jdbc.internal;

import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.holdings.BundleId;
import io.renkei.ports.holdings.BundleView;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.HoldingStore;
import io.renkei.ports.holdings.Judgement;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.sites.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Bundles, and the records of fetches. A claim moves the time of the next try; no row stays locked for it. */
final class JdbcHoldingStore implements HoldingStore {

    private static final int MOST_CLAIMED = 100;
    private static final String NOT_DESTROYED = " destroyed_at is null";

    private final Database database;
    private final HoldingAccesses accesses;

    JdbcHoldingStore(Database database) {
        this.database = database;
        this.accesses = new HoldingAccesses(database);
    }

    @Override
    public BundleId begin(NewBundle bundle) {
        String running = bundle.account() + ":" + bundle.year();
        boolean runs = bundle.handover().isEmpty() && !bundle.links().isEmpty();
        return database.transact(tx -> {
            Optional<BundleId> before = tx.one(
                    bundle.handover().isPresent()
                            ? "select id from holding_bundle where handover = ?"
                            : "select id from holding_bundle where running = ?",
                    row -> new BundleId(row.getObject("id", UUID.class)),
                    bundle.handover().isPresent() ? bundle.handover().get().value() : running);
            if (before.isPresent()) {
                return before.get();
            }
            insert(tx, bundle, runs ? Optional.of(running) : Optional.empty());
            return bundle.id();
        });
    }

    private static void insert(Tx tx, NewBundle bundle, Optional<String> running) throws SQLException {
        try {
            tx.update(
                    "insert into holding_bundle (id, account, case_key, tax_year, running, asked_at, give_up_at, until_at,"
                            + " handover, kinds) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    bundle.id().value(),
                    bundle.account().value(),
                    bundle.key().id(),
                    bundle.year(),
                    running,
                    bundle.asked(),
                    bundle.giveUp(),
                    bundle.until(),
                    bundle.handover().map(HandoverId::value),
                    kinds(bundle.kinds()));
        } catch (SQLException e) {
            if (Faults.isDuplicate(e)) {
                throw new SQLException("the same was begun meanwhile", Faults.AGAIN, e);
            }
            throw e;
        }
        for (Link link : bundle.links()) {
            tx.update(
                    "insert into holding_part (bundle, service, consent, state, code, listed, tries, try_at)"
                            + " values (?, ?, ?, ?, '', 0, 0, ?)",
                    bundle.id().value(),
                    link.site().value(),
                    link.consent().value(),
                    PartState.COLLECTING,
                    tx.now());
        }
    }

    private static Optional<String> kinds(Set<String> kinds) {
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(kinds.stream().sorted().collect(Collectors.joining(",")));
    }

    private static Set<String> kinds(String written) {
        return written == null ? Set.of() : Set.of(written.split(","));
    }

    @Override
    public Optional<BundleView> find(AccountId account, BundleId id) {
        return views(" and id = ?", account, id.value()).stream().findFirst();
    }

    @Override
    public List<BundleView> of(AccountId account) {
        return views(" and handover is null", account);
    }

    private List<BundleView> views(String condition, AccountId account, Object... values) {
        return database.transact(tx -> {
            tx.harmless();
            List<BundleView> bare = tx.query(
                    "select id, tax_year, asked_at, until_at from holding_bundle where account = ? and" + NOT_DESTROYED
                            + condition + " order by asked_at desc, id desc",
                    row -> new BundleView(
                            new BundleId(row.getObject("id", UUID.class)),
                            account,
                            row.getInt("tax_year"),
                            Tx.instant(row, "asked_at"),
                            Tx.instant(row, "until_at"),
                            List.of()),
                    Tx.values(List.of(account.value()), values));
            List<BundleView> whole = new ArrayList<>();
            for (BundleView each : bare) {
                whole.add(new BundleView(
                        each.id(), account, each.year(), each.asked(), each.until(), parts(tx, each.id())));
            }
            return whole;
        });
    }

    private static List<BundleView.Part> parts(Tx tx, BundleId bundle) throws SQLException {
        List<Item> items = tx.query(
                "select * from holding_item where bundle = ? order by service, holding",
                JdbcHoldingStore::item,
                bundle.value());
        return tx.query(
                "select service, state, code, listed from holding_part where bundle = ? order by service",
                row -> {
                    SiteId service = new SiteId(row.getString("service"));
                    return new BundleView.Part(
                            service,
                            PartState.valueOf(row.getString("state")),
                            row.getString("code"),
                            row.getInt("listed"),
                            items.stream()
                                    .filter(item -> item.from().service().equals(service))
                                    .toList());
                },
                bundle.value());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new HoldingRef(new SiteId(row.getString("service")), row.getString("holding")),
                row.getString("kind"),
                HoldingAccesses.judgement(row));
    }

    @Override
    public List<DuePart> claimParts(SiteId service, Duration lease, int limit) {
        Limits.require("limit", limit, MOST_CLAIMED);
        return database.transact(tx -> {
            List<DuePart> due = tx.query(
                    "select p.bundle, p.consent, p.tries, b.account, b.tax_year, b.case_key, b.give_up_at, b.kinds"
                            + " from holding_part p join holding_bundle b on b.id = p.bundle where p.service = ?"
                            + " and p.state = ? and p.try_at <= ? order by p.try_at, p.bundle limit ?",
                    row -> new DuePart(
                            new BundleId(row.getObject("bundle", UUID.class)),
                            new AccountId(row.getObject("account", UUID.class)),
                            row.getInt("tax_year"),
                            service,
                            new ConsentId(row.getObject("consent", UUID.class)),
                            new CaseKeyId(row.getObject("case_key", UUID.class)),
                            Tx.instant(row, "give_up_at"),
                            row.getInt("tries"),
                            kinds(row.getString("kinds"))),
                    service.value(),
                    PartState.COLLECTING,
                    tx.now(),
                    limit);
            List<DuePart> mine = new ArrayList<>();
            for (DuePart each : due) {
                int moved = tx.update(
                        "update holding_part set try_at = ? where bundle = ? and service = ? and state = ? and try_at <= ?",
                        tx.now().plus(lease),
                        each.bundle().value(),
                        service.value(),
                        PartState.COLLECTING,
                        tx.now());
                if (moved == 1) {
                    mine.add(each);
                }
            }
            return mine;
        });
    }

    @Override
    public List<SiteId> collecting() {
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select distinct service from holding_part where state = ? and try_at <= ? order by service",
                    row -> new SiteId(row.getString("service")),
                    PartState.COLLECTING,
                    tx.now());
        });
    }

    @Override
    public boolean hold(BundleId bundle, SiteId service, Duration lease) {
        return database.transact(tx -> tx.update(
                        "update holding_part set try_at = ? where bundle = ? and service = ? and state = ?",
                        tx.now().plus(lease),
                        bundle.value(),
                        service.value(),
                        PartState.COLLECTING)
                == 1);
    }

    @Override
    public void listed(BundleId bundle, SiteId service, int count) {
        database.transact(tx -> tx.update(
                "update holding_part set listed = ? where bundle = ? and service = ?",
                count,
                bundle.value(),
                service.value()));
    }

    @Override
    public Set<String> judged(BundleId bundle, SiteId service) {
        return database.transact(tx -> new HashSet<>(tx.query(
                "select holding from holding_item where bundle = ? and service = ?",
                row -> row.getString("holding"),
                bundle.value(),
                service.value())));
    }

    @Override
    public void again(BundleId bundle, SiteId service, String code, Duration pause) {
        database.transact(tx -> tx.update(
                "update holding_part set tries = tries + 1, code = ?, try_at = ?"
                        + " where bundle = ? and service = ? and state = ?",
                code,
                tx.now().plus(pause),
                bundle.value(),
                service.value(),
                PartState.COLLECTING));
    }

    @Override
    public void end(BundleId bundle, SiteId service, String code) {
        database.transact(tx -> {
            // The lock puts parts that end together in order: the last one sees that it is the last.
            tx.one("select id from holding_bundle where id = ? for update", row -> 1, bundle.value());
            tx.update(
                    "update holding_part set state = ?, code = ? where bundle = ? and service = ? and state = ?",
                    code.isEmpty() ? PartState.COMPLETE : PartState.MISSING,
                    code,
                    bundle.value(),
                    service.value(),
                    PartState.COLLECTING);
            return tx.update(
                    "update holding_bundle set running = null where id = ?"
                            + " and not exists (select 1 from holding_part where bundle = ? and state = ?)",
                    bundle.value(),
                    bundle.value(),
                    PartState.COLLECTING);
        });
    }

    @Override
    public void keep(BundleId bundle, Item item, Optional<ContentRef> content) {
        database.transact(tx -> {
            boolean lives = tx.one(
                            "select id from holding_bundle where id = ? and" + NOT_DESTROYED + " for update",
                            row -> 1,
                            bundle.value())
                    .isPresent();
            boolean isNew = tx.one(
                            "select holding from holding_item where bundle = ? and service = ? and holding = ?",
                            row -> 1,
                            bundle.value(),
                            item.from().service().value(),
                            item.from().id())
                    .isEmpty();
            return lives && isNew ? insert(tx, bundle, item, content) : 0;
        });
    }

    private static int insert(Tx tx, BundleId bundle, Item item, Optional<ContentRef> content) throws SQLException {
        Judgement judgement = item.judgement();
        if (content.isPresent()) {
            tx.update(
                    "delete from content_pending where content_id = ?",
                    content.get().id());
        }
        return tx.update(
                "insert into holding_item (bundle, service, holding, kind, verdict, code, judged_at, digest, signer,"
                        + " content_id, size) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bundle.value(),
                item.from().service().value(),
                item.from().id(),
                item.kind(),
                judgement.verdict(),
                judgement.code(),
                judgement.at(),
                judgement.digest(),
                judgement.signer(),
                content.map(ContentRef::id),
                content.map(ContentRef::size).orElse(0L));
    }

    @Override
    public List<Kept> kept(BundleId bundle) {
        return database.transact(tx -> tx.query(
                "select i.*, p.consent from holding_item i join holding_part p on p.bundle = i.bundle"
                        + " and p.service = i.service where i.bundle = ? and i.content_id is not null"
                        + " order by i.service, i.holding",
                row -> {
                    Item item = item(row);
                    return new Kept(
                            item,
                            new ConsentId(row.getObject("consent", UUID.class)),
                            new ContentRef(
                                    row.getObject("content_id", UUID.class),
                                    row.getLong("size"),
                                    item.judgement().digest().orElseThrow()));
                },
                bundle.value()));
    }

    @Override
    public List<Ended> over(int limit) {
        Limits.require("limit", limit, MOST_CLAIMED);
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select id, case_key from holding_bundle where" + NOT_DESTROYED
                            + " and until_at <= ? order by until_at, id limit ?",
                    row -> new Ended(
                            new BundleId(row.getObject("id", UUID.class)),
                            new CaseKeyId(row.getObject("case_key", UUID.class))),
                    tx.now(),
                    limit);
        });
    }

    @Override
    public Optional<CaseKeyId> key(AccountId account, BundleId id) {
        return database.transact(tx -> tx.one(
                "select case_key from holding_bundle where account = ? and id = ? and" + NOT_DESTROYED,
                row -> new CaseKeyId(row.getObject("case_key", UUID.class)),
                account.value(),
                id.value()));
    }

    @Override
    public void destroyed(BundleId id) {
        database.transact(tx -> {
            tx.one("select id from holding_bundle where id = ? for update", row -> 1, id.value());
            List<UUID> contents = tx.query(
                    "select content_id from holding_item where bundle = ? and content_id is not null",
                    row -> row.getObject("content_id", UUID.class),
                    id.value());
            tx.update("delete from holding_item where bundle = ?", id.value());
            tx.update("delete from holding_part where bundle = ?", id.value());
            for (UUID content : contents) {
                tx.update("delete from content_chunk where content_id = ?", content);
                tx.update("delete from content where id = ?", content);
            }
            return tx.update(
                    "update holding_bundle set destroyed_at = ?, running = null where id = ? and" + NOT_DESTROYED,
                    tx.now(),
                    id.value());
        });
    }

    @Override
    public void asked(Asked asked) {
        accesses.asked(asked);
    }

    @Override
    public void answered(HoldingAccessId id, Judgement judgement) {
        accesses.answered(id, judgement);
    }

    @Override
    public void opened(HoldingAccessId id, Instant at) {
        accesses.opened(id, at);
    }

    @Override
    public void missing(HoldingAccessId id, String code, Instant at) {
        accesses.missing(id, code, at);
    }

    @Override
    public void opened(BundleId bundle, Collection<SiteId> services, Instant at) {
        accesses.opened(bundle, services, at);
    }

    @Override
    public List<DueReceipt> claimReceipts(SiteId service, Duration lease, int limit) {
        Limits.require("limit", limit, MOST_CLAIMED);
        return accesses.claim(service, lease, limit);
    }

    @Override
    public void receiptAgain(HoldingAccessId id, Duration pause) {
        accesses.again(id, pause);
    }

    @Override
    public void receiptEnded(HoldingAccessId id, boolean sent) {
        accesses.ended(id, sent);
    }

    @Override
    public List<HoldingAccess> accesses(AccountId account, Optional<HoldingAccessId> before, int limit) {
        Limits.require("limit", limit, 100);
        return accesses.list(account, before, limit);
    }

    @Override
    public int removeAccesses(Instant before, int limit) {
        Limits.require("limit", limit, 500);
        return accesses.remove(before, limit);
    }
}
