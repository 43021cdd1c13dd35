package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.SiteId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Links. The chain of the account is locked first, which puts consents and revocations of one account in order. */
final class JdbcLinks implements LinkStore {

    private static final int MOST = 200;
    private static final int MOST_REVOKED = 100;
    private static final String READ =
            "select consent, account, site, subject, consented_at, tied_at, until_at, revoked_at from link where ";
    private static final String HOLDS = " and revoked_at is null and until_at > ?";

    private final Database database;
    private final CaseKeys keys;

    JdbcLinks(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Opened open(Link link, Actor who, String receipt, Optional<SignedRequest> asked) {
        return database.transact(tx -> {
            AccountChain chain = AccountChain.lock(tx, keys, link.account())
                    .orElseThrow(() -> new IllegalArgumentException("there is no such account, or it was erased"));
            Optional<Link> holding = holding(tx, link.account(), link.site(), link.consented());
            if (holding.isPresent()) {
                UUID consent = holding.get().consent().value();
                return new Opened(
                        holding.get(),
                        AccountPapers.read(tx, keys, link.account(), consent).orElse(""),
                        false);
            }
            insert(tx, link);
            AccountPapers.keep(tx, chain, link.account(), link.consent().value(), receipt);
            Map<String, Object> detail = detail(link, who);
            detail.put("until", link.until());
            if (asked.isPresent()) {
                AccountPapers.keep(tx, chain, link.account(), link.consent(), asked.get());
                detail.put("request", asked.get().digest().hex());
            }
            detail.put(
                    "receipt",
                    Sha256.of(receipt.getBytes(StandardCharsets.UTF_8)).hex());
            chain.add("LINK_CONSENTED", detail);
            chain.write(tx);
            return new Opened(cut(link), receipt, true);
        });
    }

    private static void insert(Tx tx, Link link) throws SQLException {
        tx.update(
                "insert into link (consent, account, site, subject, consented_at, until_at) values (?, ?, ?, ?, ?, ?)",
                link.consent().value(),
                link.account().value(),
                link.site().value(),
                link.subject(),
                link.consented(),
                link.until());
    }

    private static Link cut(Link link) {
        return new Link(
                link.consent(),
                link.account(),
                link.site(),
                link.subject(),
                link.consented().truncatedTo(ChronoUnit.MICROS),
                link.tied(),
                link.until().truncatedTo(ChronoUnit.MICROS),
                link.revoked());
    }

    private static Map<String, Object> detail(Link link, Actor who) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("consent", link.consent().toString());
        detail.put("site", link.site().value());
        detail.put("subject", link.subject());
        detail.put("by", who.by().toString());
        return detail;
    }

    private static Optional<Link> holding(Tx tx, AccountId account, SiteId site, Instant at) throws SQLException {
        return tx.one(READ + "account = ? and site = ?" + HOLDS, JdbcLinks::link, account.value(), site.value(), at);
    }

    @Override
    public Optional<Link> find(AccountId account, SiteId site, Instant at) {
        return database.transact(tx -> holding(tx, account, site, at));
    }

    @Override
    public Optional<Link> find(SiteId site, String subject, Instant at) {
        return database.transact(
                tx -> tx.one(READ + "site = ? and subject = ?" + HOLDS, JdbcLinks::link, site.value(), subject, at));
    }

    @Override
    public List<Link> of(AccountId account) {
        return database.transact(tx -> tx.query(
                READ + "account = ? order by consented_at desc, consent limit ?",
                JdbcLinks::link,
                account.value(),
                MOST));
    }

    @Override
    public void tied(ConsentId consent, Instant at) {
        database.transact(tx -> {
            Optional<Link> link = tx.one(READ + "consent = ?", JdbcLinks::link, consent.value());
            if (link.isPresent() && link.get().tied().isEmpty()) {
                Optional<AccountChain> chain =
                        AccountChain.lock(tx, keys, link.get().account());
                int tied = tx.update(
                        "update link set tied_at = ? where consent = ? and tied_at is null and revoked_at is null",
                        at,
                        consent.value());
                if (tied == 1 && chain.isPresent()) {
                    Actor owner = Actor.self(link.get().account());
                    chain.get().add("LINK_TIED", detail(link.get(), owner));
                    chain.get().write(tx);
                }
            }
            return null;
        });
    }

    @Override
    public Optional<Link> revoke(Actor who, ConsentId consent, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        return database.transact(tx -> {
            Optional<AccountChain> chain = AccountChain.lock(tx, keys, who.principal());
            Optional<Link> link = tx.one(
                    READ + "consent = ? and account = ?",
                    JdbcLinks::link,
                    consent.value(),
                    who.principal().value());
            if (chain.isEmpty() || link.isEmpty() || link.get().revoked().isPresent()) {
                return link;
            }
            tx.update("update link set revoked_at = ? where consent = ?", time, consent.value());
            chain.get().add("LINK_REVOKED", detail(link.get(), who));
            EndedHandovers.of(tx, chain.get(), consent, who, time);
            chain.get().write(tx);
            return tx.one(READ + "consent = ?", JdbcLinks::link, consent.value());
        });
    }

    @Override
    public Optional<String> receipt(AccountId account, UUID id) {
        return database.transact(tx -> AccountPapers.read(tx, keys, account, id));
    }

    @Override
    public List<Link> revokedSince(Instant since) {
        return database.transact(tx -> tx.query(
                READ + "revoked_at >= ? order by revoked_at, consent limit ?", JdbcLinks::link, since, MOST_REVOKED));
    }

    @Override
    public Map<SiteId, Count> counts(Instant at) {
        Map<SiteId, Count> counts = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        database.transact(tx -> tx.query(
                        "select site, count(*) as links, sum(case when revoked_at is null and until_at > ? then 1 else 0"
                                + " end) as held from link group by site",
                        row -> Map.entry(
                                new SiteId(row.getString("site")),
                                new Count(row.getLong("held"), row.getLong("links") - row.getLong("held"))),
                        at))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new ConsentId(row.getObject("consent", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                new SiteId(row.getString("site")),
                row.getString("subject"),
                Tx.instant(row, "consented_at"),
                Tx.optionalInstant(row, "tied_at"),
                Tx.instant(row, "until_at"),
                Tx.optionalInstant(row, "revoked_at"));
    }
}
