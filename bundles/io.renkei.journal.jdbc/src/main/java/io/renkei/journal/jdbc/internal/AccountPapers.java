package io.renkei.journal.jdbc.internal;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts of an account and the signed requests that led to them, encrypted under its key. */
final class AccountPapers {

    private static final Logger LOG = LoggerFactory.getLogger(AccountPapers.class);

    private AccountPapers() {}

    static void keep(Tx tx, AccountChain chain, AccountId account, UUID id, String text) throws SQLException {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        tx.update(
                "insert into account_paper (id, account, sealed) values (?, ?, ?)",
                id,
                account.value(),
                Seal.seal(chain.key(), Seal.paperContext(id), plain, plain.length));
    }

    /** What a site signed. @param consent that it led to */
    static void keep(Tx tx, AccountChain chain, AccountId account, ConsentId consent, SignedRequest asked)
            throws SQLException {
        keep(tx, chain, account, SignedRequest.paper(consent), asked.object());
    }

    /** Empty if there is none of this account, or it was erased. */
    static Optional<String> read(Tx tx, CaseKeys keys, AccountId account, UUID id) throws SQLException {
        List<byte[]> sealed = tx.query(
                "select sealed from account_paper where id = ? and account = ? and sealed is not null",
                row -> row.getBytes("sealed"),
                id,
                account.value());
        Optional<byte[]> key = AccountKey.read(tx, keys, account);
        return sealed.isEmpty() || key.isEmpty() ? Optional.empty() : open(key.get(), id, sealed.get(0));
    }

    private static Optional<String> open(byte[] key, UUID id, byte[] sealed) {
        try {
            return Optional.of(new String(Seal.open(key, Seal.paperContext(id), sealed), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            LOG.error(
                    "JOURNAL-051: the receipt {} was changed in the database, which is tampering: keep the database and"
                            + " restore from the backup",
                    id);
            return Optional.empty();
        }
    }
}
