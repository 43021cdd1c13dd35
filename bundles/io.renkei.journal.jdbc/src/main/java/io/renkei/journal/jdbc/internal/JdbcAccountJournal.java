package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The evidence of accounts. */
final class JdbcAccountJournal implements AccountJournal {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcAccountJournal.class);
    private static final int MOST_PER_PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final CaseKeys keys;

    JdbcAccountJournal(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** What is read in one transaction. */
    private record Kept(Optional<byte[]> key, List<AccountRows.Row> rows) {}

    @Override
    public List<Row> timeLine(AccountId account) {
        Kept kept = database.transact(
                tx -> new Kept(AccountKey.read(tx, keys, account), AccountRows.read(tx, account.value())));
        return kept.rows().stream()
                .map(row -> new Row(
                        row.sequence(), row.at(), row.event(), kept.key().flatMap(key -> opened(account, key, row))))
                .toList();
    }

    private static Optional<String> opened(AccountId account, byte[] key, AccountRows.Row row) {
        try {
            byte[] plain = Seal.open(key, Seal.accountRowContext(account.value(), row.sequence()), row.detail());
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            LOG.error(
                    "JOURNAL-050: row {} of the evidence of account {} was changed in the database, which is tampering:"
                            + " keep the database and restore from the backup",
                    row.sequence(),
                    account);
            return Optional.empty();
        }
    }

    @Override
    public List<AccountId> page(Optional<AccountId> after, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> tx.query(
                "select id from account where id > ? order by id limit ?",
                row -> new AccountId(row.getObject("id", UUID.class)),
                after.map(AccountId::value).orElse(FIRST),
                limit));
    }

    /** What a chain has to end with. */
    private record End(long sequence, Sha256 digest) {}

    @Override
    public Optional<Break> verify(AccountId account) {
        return database.transact(tx -> {
            Optional<End> end = tx.one(
                    "select chain_seq, chain_digest from account where id = ?",
                    row -> new End(row.getLong("chain_seq"), Sha256.ofDigest(row.getBytes("chain_digest"))),
                    account.value());
            return end.isEmpty()
                    ? Optional.empty()
                    : verify(account.value(), AccountRows.read(tx, account.value()), end.get());
        });
    }

    private static Optional<Break> verify(UUID account, List<AccountRows.Row> rows, End end) {
        Sha256 previous = HashChain.START;
        long expected = 1;
        for (AccountRows.Row row : rows) {
            String fault = AccountRows.faultOf(account, row, expected, previous);
            if (!fault.isEmpty()) {
                return Optional.of(new Break(expected, fault));
            }
            previous = row.digest();
            expected++;
        }
        return end.sequence() == expected - 1 && end.digest().equals(previous)
                ? Optional.empty()
                : Optional.of(new Break(expected, "the rows do not end where the account says"));
    }

    @Override
    public Optional<Estate> estate(AccountId account, Instant at) {
        return database.transact(tx -> new AccountEstate(tx, account, at).read());
    }

    @Override
    public boolean erase(AccountId account, String by, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        boolean erased = database.transact(tx -> {
            Optional<AccountChain> chain = AccountChain.lock(tx, keys, account);
            if (chain.isPresent()) {
                chain.get().add("ACCOUNT_ERASED", Map.of("at", time));
                chain.get().write(tx);
                new AccountErasure(tx, account, time).run();
            }
            return chain.isPresent();
        });
        if (erased) {
            LOG.info("Account {} was erased by {}", account, by);
        }
        return erased;
    }
}
