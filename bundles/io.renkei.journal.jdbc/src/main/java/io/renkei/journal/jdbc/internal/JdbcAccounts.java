package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.Authenticator;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static void prove(Tx tx, AccountId account, Sha256 digest, Instant at) throws SQLException {
        try {
            tx.update(
                    "insert into authenticator (digest, account, added_at) values (?, ?, ?)",
                    digest,
                    account.value(),
                    at);
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
    public boolean add(AccountId account, Authenticator proof, Instant at) {
        Sha256 digest = digest(proof);
        return database.transact(tx -> {
            AccountChain chain = AccountChain.lock(tx, keys, account)
                    .orElseThrow(() -> new IllegalArgumentException("there is no such account"));
            Optional<Account> known = tx.one(BY_PROOF, JdbcAccounts::account, digest);
            if (known.isEmpty()) {
                prove(tx, account, digest, at);
                chain.add("AUTHENTICATOR_ADDED", Map.of("at", at.truncatedTo(ChronoUnit.MICROS)));
                chain.write(tx);
                return true;
            }
            return known.get().id().equals(account);
        });
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
