package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.TokenVault;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens, each version encrypted under a key of its own. A revoked consent leaves its row without them, so that versions
 * go on growing and a late refresh cannot replace the tokens of a later consent.
 */
final class JdbcTokenVault implements TokenVault {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTokenVault.class);

    private static final String WHOSE = " where sender = ? and destination = ?";
    private static final String COMPARED = WHOSE + " and version = ?";

    private final Database database;
    private final MasterKey masterKey;

    JdbcTokenVault(Database database, MasterKey masterKey) {
        this.database = database;
        this.masterKey = masterKey;
    }

    private record Kept(long version, UUID keyId, byte[] wrapped, byte[] sealed) {}

    /** What is written of one version. */
    private record Sealed(UUID keyId, byte[] wrapped, byte[] sealed) {}

    @Override
    public Optional<Tokens> find(PartnerId sender, DestinationId destination) {
        Optional<Kept> kept = database.transact(tx -> {
            // Asked for each call to a ministry. A token that is used and then lost is fetched anew.
            tx.harmless();
            return tx.one(
                    "select version, key_id, wrapped, sealed from delegation" + WHOSE + " and sealed is not null",
                    row -> new Kept(
                            row.getLong("version"),
                            row.getObject("key_id", UUID.class),
                            row.getBytes("wrapped"),
                            row.getBytes("sealed")),
                    sender.value(),
                    destination.value());
        });
        return kept.flatMap(row -> open(sender, destination, row));
    }

    @Override
    public boolean replace(PartnerId sender, DestinationId destination, long expectedVersion, Fresh fresh) {
        byte[] plain = TokenBytes.write(fresh);
        return database.transact(
                tx -> update(tx, " and sealed is not null", sender, destination, expectedVersion, plain));
    }

    @Override
    public void revoke(PartnerId sender, DestinationId destination, long expectedVersion) {
        database.transact(tx -> tx.update(
                "update delegation set version = version + 1, wrapped = null, sealed = null" + COMPARED
                        + " and sealed is not null",
                sender.value(),
                destination.value(),
                expectedVersion));
    }

    @Override
    public void put(PartnerId sender, DestinationId destination, Fresh fresh) {
        byte[] plain = TokenBytes.write(fresh);
        database.transact(tx -> {
            Optional<Long> before = tx.one(
                    "select version from delegation" + WHOSE,
                    row -> row.getLong("version"),
                    sender.value(),
                    destination.value());
            boolean written = before.isPresent()
                    ? update(tx, "", sender, destination, before.get(), plain)
                    : insert(tx, sender, destination, plain);
            if (!written) {
                throw new SQLException("the tokens were replaced meanwhile", Faults.AGAIN);
            }
            return wake(tx, sender, destination);
        });
    }

    /** A consent is what filings of its sender may wait for, perhaps for a day: they are due now. */
    private static int wake(Tx tx, PartnerId sender, DestinationId destination) throws SQLException {
        return tx.update(
                "update filing set due = current_timestamp where state = ? and destination = ?"
                        + " and due > current_timestamp"
                        + " and arrival_number in (select arrival_number from application where sender = ?)",
                FilingState.WAITING,
                destination.value(),
                sender.value());
    }

    private boolean update(
            Tx tx, String condition, PartnerId sender, DestinationId destination, long version, byte[] plain)
            throws SQLException {
        Sealed next = seal(sender, destination, version + 1, plain);
        return tx.update(
                        "update delegation set version = ?, key_id = ?, wrapped = ?, sealed = ?" + COMPARED + condition,
                        version + 1,
                        next.keyId(),
                        next.wrapped(),
                        next.sealed(),
                        sender.value(),
                        destination.value(),
                        version)
                == 1;
    }

    private boolean insert(Tx tx, PartnerId sender, DestinationId destination, byte[] plain) throws SQLException {
        Sealed first = seal(sender, destination, 1, plain);
        try {
            return tx.update(
                            "insert into delegation (sender, destination, version, key_id, wrapped, sealed)"
                                    + " values (?, ?, 1, ?, ?, ?)",
                            sender.value(),
                            destination.value(),
                            first.keyId(),
                            first.wrapped(),
                            first.sealed())
                    == 1;
        } catch (SQLException e) {
            if (Faults.isDuplicate(e)) {
                throw new SQLException("the first tokens were put meanwhile", Faults.AGAIN, e);
            }
            throw e;
        }
    }

    private Sealed seal(PartnerId sender, DestinationId destination, long version, byte[] plain) {
        UUID keyId = UUID.randomUUID();
        byte[] key = Seal.randomKey();
        byte[] sealed = Seal.seal(key, Seal.tokensContext(sender, destination, version), plain, plain.length);
        return new Sealed(keyId, masterKey.wrap(Seal.tokensKeyContext(keyId), key), sealed);
    }

    /** Tokens that were changed or moved are never used: a new consent puts right ones in their place. */
    private Optional<Tokens> open(PartnerId sender, DestinationId destination, Kept kept) {
        try {
            byte[] key = masterKey.unwrap(Seal.tokensKeyContext(kept.keyId()), kept.wrapped());
            byte[] plain = Seal.open(key, Seal.tokensContext(sender, destination, kept.version()), kept.sealed());
            return Optional.of(TokenBytes.read(plain, kept.version()));
        } catch (GeneralSecurityException e) {
            LOG.error(
                    "JOURNAL-026: the tokens of {} at {} were changed in the database, which is tampering: they are"
                            + " not used. Keep the database, and let the sender consent again",
                    sender,
                    destination);
            return Optional.empty();
        }
    }
}
