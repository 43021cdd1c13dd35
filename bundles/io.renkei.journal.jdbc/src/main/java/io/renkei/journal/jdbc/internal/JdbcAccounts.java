package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.TypedCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Accounts. What one is proved with is kept as a keyed digest: a list of certificates cannot be held against the table. */
final class JdbcAccounts implements Accounts {

    private static final String USE = "renkei.authenticator.v1";
    private static final String BY_PROOF = "select a.id, a.kind, a.since_at from authenticator p"
            + " join account a on a.id = p.account where p.digest = ?";

    private final Database database;
    private final CaseKeys keys;
    private final MasterKey masterKey;

    JdbcAccounts(Database database, CaseKeys keys, MasterKey masterKey) {
        this.database = database;
        this.keys = keys;
        this.masterKey = masterKey;
    }

    @Override
    public Account signIn(Authenticator proof, Instant at) {
        Sha256 digest = digest(proof);
        return database.transact(tx -> {
            Optional<Account> known = tx.one(BY_PROOF, JdbcAccounts::account, digest);
            return known.isPresent() ? known.get() : open(tx, proof.kind(), digest, at);
        });
    }

    private Account open(Tx tx, AccountKind kind, Sha256 digest, Instant at) throws SQLException {
        Account account = new Account(new AccountId(UUID.randomUUID()), kind, at.truncatedTo(ChronoUnit.MICROS));
        UUID id = account.id().value();
        UUID keyId = UUID.randomUUID();
        byte[] key = Seal.randomKey();
        CaseKeys.insert(tx, keyId, keys.wrap(keyId, key));
        tx.update(
                "insert into account (id, kind, since_at, key_id, chain_seq, chain_digest) values (?, ?, ?, ?, 0, ?)",
                id,
                kind,
                account.since(),
                keyId,
                HashChain.START);
        prove(tx, account.id(), digest, at);
        AccountChain chain = AccountChain.begin(id, key, tx.now());
        chain.add("ACCOUNT_OPENED", Map.of("kind", kind, "at", account.since()));
        chain.write(tx);
        return account;
    }

    private static UUID prove(Tx tx, AccountId account, Sha256 digest, Instant at) throws SQLException {
        UUID id = UUID.randomUUID();
        try {
            tx.update(
                    "insert into authenticator (id, digest, account, added_at) values (?, ?, ?, ?)",
                    id,
                    digest,
                    account.value(),
                    at);
            return id;
        } catch (SQLException e) {
            throw Faults.isDuplicate(e) ? new SQLException("it was added meanwhile", Faults.AGAIN, e) : e;
        }
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.transact(
                tx -> tx.one("select id, kind, since_at from account where id = ?", JdbcAccounts::account, id.value()));
    }

    @Override
    public Optional<Account> find(Authenticator proof) {
        Sha256 digest = digest(proof);
        return database.transact(tx -> tx.one(BY_PROOF, JdbcAccounts::account, digest));
    }

    @Override
    public boolean add(AccountId account, Authenticator proof, Instant at) {
        Sha256 digest = digest(proof);
        return database.transact(tx -> {
            AccountChain chain = AccountChain.lock(tx, keys, account)
                    .orElseThrow(() -> new IllegalArgumentException("there is no such account"));
            Optional<Account> known = tx.one(BY_PROOF, JdbcAccounts::account, digest);
            if (known.isEmpty()) {
                add(tx, chain, account, digest, at);
                return true;
            }
            return known.get().id().equals(account);
        });
    }

    private static void add(Tx tx, AccountChain chain, AccountId account, Sha256 digest, Instant at)
            throws SQLException {
        UUID id = prove(tx, account, digest, at);
        chain.add("AUTHENTICATOR_ADDED", Map.of("proof", id.toString(), "at", at.truncatedTo(ChronoUnit.MICROS)));
        chain.write(tx);
    }

    @Override
    public void invite(AccountId account, String code, Instant until, Instant at) {
        Sha256 digest = codeDigest(code);
        database.transact(tx -> {
            AccountChain chain = AccountChain.lock(tx, keys, account)
                    .orElseThrow(() -> new IllegalArgumentException("there is no such account"));
            tx.update("delete from authenticator_invitation where account = ?", account.value());
            tx.update(
                    "insert into authenticator_invitation (code, account, until_at) values (?, ?, ?)",
                    digest,
                    account.value(),
                    until);
            chain.add(
                    "AUTHENTICATOR_INVITED",
                    Map.of("until", until.truncatedTo(ChronoUnit.MICROS), "at", at.truncatedTo(ChronoUnit.MICROS)));
            chain.write(tx);
            return null;
        });
    }

    @Override
    public Added add(String code, Authenticator proof, Instant at) {
        Sha256 invitation = codeDigest(code);
        Sha256 digest = digest(proof);
        return database.transact(tx -> {
            Optional<Account> account = tx.one(
                    "select a.id, a.kind, a.since_at from authenticator_invitation i join account a on a.id = i.account"
                            + " where i.code = ? and i.until_at > ?",
                    JdbcAccounts::account,
                    invitation,
                    at);
            Optional<AccountChain> chain = account.isEmpty()
                    ? Optional.empty()
                    : AccountChain.lock(tx, keys, account.get().id());
            return chain.isEmpty()
                    ? new Added.NoSuchCode()
                    : add(tx, chain.get(), account.get(), proof.kind(), digest, invitation, at);
        });
    }

    private static Added add(
            Tx tx, AccountChain chain, Account account, AccountKind kind, Sha256 digest, Sha256 invitation, Instant at)
            throws SQLException {
        Optional<Account> known = tx.one(BY_PROOF, JdbcAccounts::account, digest);
        if (known.isPresent() && !known.get().id().equals(account.id())) {
            return new Added.OfAnother();
        }
        if (kind != account.kind()) {
            return new Added.OtherKind();
        }
        if (known.isEmpty() && proofs(tx, account.id()).size() >= MOST_PROOFS) {
            return new Added.TooMany();
        }
        if (tx.update("delete from authenticator_invitation where code = ?", invitation) == 0) {
            return new Added.NoSuchCode(); // somebody was faster
        }
        if (known.isEmpty()) {
            add(tx, chain, account.id(), digest, at);
        }
        return new Added.To(account);
    }

    @Override
    public List<Proof> proofs(AccountId account) {
        return database.transact(tx -> proofs(tx, account));
    }

    private static List<Proof> proofs(Tx tx, AccountId account) throws SQLException {
        return tx.query(
                "select id, added_at from authenticator where account = ? order by added_at, id",
                row -> new Proof(row.getObject("id", UUID.class), Tx.instant(row, "added_at")),
                account.value());
    }

    @Override
    public Removed remove(AccountId account, UUID proof, UUID stays, Instant at) {
        return database.transact(tx -> {
            Optional<AccountChain> chain = AccountChain.lock(tx, keys, account);
            List<Proof> proofs = proofs(tx, account);
            if (chain.isEmpty() || proofs.stream().noneMatch(each -> each.id().equals(proof))) {
                return Removed.UNKNOWN;
            }
            if (proofs.size() == 1) {
                return Removed.LAST;
            }
            tx.update("delete from authenticator where id = ?", proof);
            tx.update("delete from authenticator_invitation where account = ?", account.value());
            tx.update(
                    "update people_session set ended_at = ? where account = ? and id <> ? and ended_at is null",
                    at,
                    account.value(),
                    stays);
            chain.get()
                    .add(
                            "AUTHENTICATOR_REMOVED",
                            Map.of("proof", proof.toString(), "at", at.truncatedTo(ChronoUnit.MICROS)));
            chain.get().write(tx);
            return Removed.DONE;
        });
    }

    private Sha256 codeDigest(String code) {
        database.ready();
        return masterKey.keyedDigest(
                "renkei.authenticator-code.v1", TypedCode.read(code).getBytes(StandardCharsets.UTF_8));
    }

    private Sha256 digest(Authenticator proof) {
        database.ready();
        String text = proof instanceof Authenticator.Certificate certificate
                ? "certificate\0" + certificate.authorityKeyId() + "\0"
                        + certificate.serial().toString(16)
                : company((Authenticator.CompanyAccount) proof);
        return masterKey.keyedDigest(USE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String company(Authenticator.CompanyAccount proof) {
        return "company\0" + proof.issuer() + "\0" + proof.subject();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                AccountKind.valueOf(row.getString("kind")),
                Tx.instant(row, "since_at"));
    }
}
