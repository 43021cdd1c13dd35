package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.delegation.Delegation;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.delegation.DelegationWarning;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.AccountId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Delegations. The chain of the principal is locked first, which puts the changes of its delegations in order. */
final class JdbcDelegations implements DelegationStore {

    private static final int MOST = 200;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String USE = "renkei.delegation-code.v1";
    private static final String READ = "select id, principal, representative, association, services, items, from_on,"
            + " until_on, registered_at, ended_at, version from representation where ";

    private final Database database;
    private final CaseKeys keys;
    private final MasterKey masterKey;

    JdbcDelegations(Database database, CaseKeys keys, MasterKey masterKey) {
        this.database = database;
        this.keys = keys;
        this.masterKey = masterKey;
    }

    @Override
    public boolean add(Delegation delegation, Optional<Offer> offer, int most) {
        database.ready();
        return database.transact(tx -> {
            AccountChain chain = AccountChain.lock(tx, keys, delegation.principal())
                    .orElseThrow(() -> new IllegalArgumentException("there is no such account, or it was erased"));
            long open = tx.one(
                            "select count(*) as given from representation where principal = ? and ended_at is null"
                                    + " and until_on >= ?",
                            row -> row.getLong("given"),
                            delegation.principal().value(),
                            LocalDate.ofInstant(delegation.registered(), JAPAN))
                    .orElse(0L);
            if (open >= most) {
                return false;
            }
            insert(tx, delegation, offer);
            chain.add(
                    offer.isPresent() ? "DELEGATION_OFFERED" : "DELEGATION_REGISTERED",
                    detail(delegation, delegation.principal()));
            chain.write(tx);
            return true;
        });
    }

    private void insert(Tx tx, Delegation delegation, Optional<Offer> offer) throws SQLException {
        tx.update(
                "insert into representation (id, principal, representative, association, services, items, from_on,"
                        + " until_on, registered_at, version, code, code_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                delegation.id().value(),
                delegation.principal().value(),
                delegation.representative().map(AccountId::value),
                delegation.association(),
                services(delegation.grant()),
                items(delegation.grant()),
                delegation.grant().from(),
                delegation.grant().until(),
                delegation.registered(),
                delegation.version(),
                offer.map(Offer::code).map(this::digest),
                offer.map(Offer::until));
    }

    private Sha256 digest(String code) {
        return masterKey.keyedDigest(USE, code.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> detail(Delegation delegation, AccountId by) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("delegation", delegation.id().toString());
        detail.put("version", delegation.version());
        delegation.representative().ifPresent(account -> detail.put("representative", account.toString()));
        detail.put("association", delegation.association());
        detail.put("services", services(delegation.grant()));
        detail.put("items", items(delegation.grant()));
        detail.put("from", delegation.grant().from().toString());
        detail.put("until", delegation.grant().until().toString());
        detail.put("by", by.toString());
        return detail;
    }

    @Override
    public Optional<Delegation> find(DelegationId id) {
        return database.transact(tx -> tx.one(READ + "id = ?", JdbcDelegations::delegation, id.value()));
    }

    @Override
    public Optional<Delegation> findOffer(String code, Instant at) {
        database.ready();
        return database.transact(tx -> tx.one(
                READ + "code = ? and code_until > ? and representative is null and ended_at is null",
                JdbcDelegations::delegation,
                digest(code),
                at));
    }

    @Override
    public boolean replace(Delegation before, Delegation after, String event, AccountId by, Instant at) {
        return database.transact(tx -> {
            Optional<AccountChain> chain = AccountChain.lock(tx, keys, before.principal());
            if (chain.isEmpty() || !write(tx, before, after)) {
                return false;
            }
            Map<String, Object> detail = detail(after, by);
            detail.put("at", at.truncatedTo(ChronoUnit.MICROS));
            chain.get().add(event, detail);
            chain.get().write(tx);
            return true;
        });
    }

    private static boolean write(Tx tx, Delegation before, Delegation after) throws SQLException {
        boolean waits = after.representative().isEmpty() && after.ended().isEmpty();
        return tx.update(
                        "update representation set representative = ?, services = ?, items = ?, from_on = ?, until_on = ?,"
                                + " ended_at = ?, version = ?" + (waits ? "" : ", code = null")
                                + " where id = ? and version = ?",
                        after.representative().map(AccountId::value),
                        services(after.grant()),
                        items(after.grant()),
                        after.grant().from(),
                        after.grant().until(),
                        after.ended(),
                        after.version(),
                        after.id().value(),
                        before.version())
                == 1;
    }

    @Override
    public List<Delegation> given(AccountId principal) {
        return list("principal = ? order by registered_at desc, id limit ?", principal.value(), MOST);
    }

    @Override
    public List<Delegation> held(AccountId representative, LocalDate day) {
        return list(
                "representative = ? and ended_at is null and from_on <= ? and until_on >= ?"
                        + " order by registered_at desc, id limit ?",
                representative.value(),
                day,
                day,
                MOST);
    }

    @Override
    public List<Delegation> ending(LocalDate from, LocalDate to, int limit) {
        Limits.require("limit", limit, MOST);
        return list(
                "until_on >= ? and until_on <= ? and representative is not null and ended_at is null"
                        + " order by until_on, id limit ?",
                from,
                to,
                limit);
    }

    private List<Delegation> list(String condition, Object... values) {
        return database.transact(tx -> tx.query(READ + condition, JdbcDelegations::delegation, values));
    }

    @Override
    public int warn(LocalDate today, Instant at, int limit) {
        Limits.require("limit", limit, MOST);
        int warned = 0;
        Object[] which = DelegationWarnings.due(today, limit);
        for (Delegation due : list(DelegationWarnings.DUE + " order by until_on, id limit ?", which)) {
            warned += database.transact(tx -> warn(tx, due, today, at)) ? 1 : 0;
        }
        return warned;
    }

    /** As it stands under the lock: another node may have warned, or somebody ended or changed it. */
    private boolean warn(Tx tx, Delegation seen, LocalDate today, Instant at) throws SQLException {
        Optional<AccountChain> chain = AccountChain.lock(tx, keys, seen.principal());
        Optional<Delegation> due = tx.one(
                READ + DelegationWarnings.DUE + " and id = ?",
                JdbcDelegations::delegation,
                DelegationWarnings.due(today, seen.id().value()));
        if (chain.isEmpty() || due.isEmpty()) {
            return false;
        }
        boolean lastDay = due.get().standing(today) == Delegation.Standing.LAST_DAY;
        DelegationWarnings.write(tx, chain.get(), due.get(), lastDay, at.truncatedTo(ChronoUnit.MICROS));
        return true;
    }

    @Override
    public List<DelegationWarning> warnings(Set<UUID> ids) {
        return ids.isEmpty() ? List.of() : database.transact(tx -> DelegationWarnings.read(tx, List.copyOf(ids)));
    }

    @Override
    public int misses(AccountId account, LocalDate day) {
        return database.transact(tx -> CodeMisses.of(tx, account, day));
    }

    @Override
    public void missed(AccountId account, LocalDate day) {
        database.transact(tx -> {
            CodeMisses.note(tx, account, day);
            return null;
        });
    }

    private static String services(Grant grant) {
        return grant.services().stream().map(Service::name).sorted().collect(Collectors.joining(","));
    }

    private static String items(Grant grant) {
        return grant.items().stream().sorted().map(SelfInformationNumber::value).collect(Collectors.joining(","));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        Set<Service> services =
                words(row.getString("services")).stream().map(Service::valueOf).collect(Collectors.toSet());
        Set<SelfInformationNumber> items = words(row.getString("items")).stream()
                .map(SelfInformationNumber::new)
                .collect(Collectors.toSet());
        return new Delegation(
                new DelegationId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("principal", UUID.class)),
                Optional.ofNullable(row.getObject("representative", UUID.class)).map(AccountId::new),
                row.getString("association"),
                new Grant(
                        services,
                        items,
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class)),
                Tx.instant(row, "registered_at"),
                Tx.optionalInstant(row, "ended_at"),
                row.getInt("version"));
    }
}
