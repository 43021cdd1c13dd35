package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.people.AccountId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The end of one account's hash chain, locked until the transaction ends, and the rows to put behind it. */
final class AccountChain {

    private final UUID account;
    private final byte[] key;
    private final Instant now;
    private final List<Object[]> added = new ArrayList<>();
    private long sequence;
    private Sha256 digest;

    private AccountChain(UUID account, byte[] key, Instant now, long sequence, Sha256 digest) {
        this.account = account;
        this.key = key;
        this.now = now;
        this.sequence = sequence;
        this.digest = digest;
    }

    private record Head(UUID keyId, long sequence, Sha256 digest) {}

    /** The chain of an account that is being made. */
    static AccountChain begin(UUID account, byte[] key, Instant now) {
        return new AccountChain(account, key, now, 0, HashChain.START);
    }

    /** Waits for the lock; empty when there is no such account, or it was erased. */
    static Optional<AccountChain> lock(Tx tx, CaseKeys keys, AccountId account) throws SQLException {
        Optional<Head> head = tx.one(
                "select key_id, chain_seq, chain_digest from account where id = ? for update",
                row -> new Head(
                        row.getObject("key_id", UUID.class),
                        row.getLong("chain_seq"),
                        Sha256.ofDigest(row.getBytes("chain_digest"))),
                account.value());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        return AccountKey.unlock(tx, keys, head.get().keyId())
                .map(unlocked -> new AccountChain(
                        account.value(),
                        unlocked.key(),
                        unlocked.at(),
                        head.get().sequence(),
                        head.get().digest()));
    }

    /** Database time, read after the lock was had. */
    Instant now() {
        return now;
    }

    byte[] key() {
        return key;
    }

    void add(String event, Map<String, ?> detail) {
        byte[] plain = CanonicalJson.write(detail).getBytes(StandardCharsets.UTF_8);
        sequence++;
        byte[] sealed = Seal.seal(key, Seal.accountRowContext(account, sequence), plain, plain.length);
        Sha256 previous = digest;
        digest = AccountRows.digest(account, sequence, now, event, sealed, previous);
        added.add(new Object[] {account, sequence, now, event, sealed, previous, digest});
    }

    /** Writes the rows that were added, and the new end of the chain; to be called once. */
    void write(Tx tx) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        tx.batch(
                "insert into account_journal (account, seq, happened_at, event, detail, previous, digest)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                added);
        tx.update("update account set chain_seq = ?, chain_digest = ? where id = ?", sequence, digest, account);
    }
}
