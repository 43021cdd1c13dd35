package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Authenticator.Certificate;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Linkage codes and what they are obtained by, each row encrypted under a key of its own and bound to its place. */
final class JdbcLinkageCodes implements LinkageCodeStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcLinkageCodes.class);
    private static final String PROOF = "proof";

    private final Database database;
    private final MasterKey masterKey;

    JdbcLinkageCodes(Database database, MasterKey masterKey) {
        this.database = database;
        this.masterKey = masterKey;
    }

    private record Kept(UUID keyId, byte[] wrapped, byte[] sealed) {

        static Kept of(ResultSet row) throws SQLException {
            return new Kept(row.getObject("key_id", UUID.class), row.getBytes("wrapped"), row.getBytes("sealed"));
        }
    }

    @Override
    public void proved(AccountId account, Certificate certificate) {
        database.transact(tx -> {
            Optional<Certificate> before = proof(tx, account);
            if (before.equals(Optional.of(certificate))) {
                return 0;
            }
            Kept kept = seal(
                    account,
                    PROOF,
                    certificate.authorityKeyId() + " " + certificate.serial().toString(16));
            return put(
                    tx,
                    "update person_proof set key_id = ?, wrapped = ?, sealed = ? where account = ?",
                    "insert into person_proof (key_id, wrapped, sealed, account) values (?, ?, ?, ?)",
                    kept.keyId(),
                    kept.wrapped(),
                    kept.sealed(),
                    account.value());
        });
    }

    @Override
    public Optional<Certificate> proof(AccountId account) {
        return database.transact(tx -> proof(tx, account));
    }

    private Optional<Certificate> proof(Tx tx, AccountId account) throws SQLException {
        return tx.one("select key_id, wrapped, sealed from person_proof where account = ?", Kept::of, account.value())
                .flatMap(kept -> open(account, PROOF, kept, text -> {
                    String[] parts = text.split(" ");
                    return new Certificate(parts[0], new BigInteger(parts[1], 16));
                }));
    }

    @Override
    public Optional<LinkageCode> find(AccountId account, DestinationId agency) {
        return database.transact(tx -> tx.one(
                        "select key_id, wrapped, sealed from linkage_code where account = ? and destination = ?",
                        Kept::of,
                        account.value(),
                        agency.value()))
                .flatMap(kept -> open(account, agency.value(), kept, LinkageCode::new));
    }

    @Override
    public void keep(AccountId account, DestinationId agency, LinkageCode code) {
        Kept kept = seal(account, agency.value(), code.release());
        database.transact(tx -> put(
                tx,
                "update linkage_code set key_id = ?, wrapped = ?, sealed = ? where account = ? and destination = ?",
                "insert into linkage_code (key_id, wrapped, sealed, account, destination) values (?, ?, ?, ?, ?)",
                kept.keyId(),
                kept.wrapped(),
                kept.sealed(),
                account.value(),
                agency.value()));
    }

    @Override
    public void drop(AccountId account, DestinationId agency) {
        database.transact(tx -> tx.update(
                "delete from linkage_code where account = ? and destination = ?", account.value(), agency.value()));
    }

    @Override
    public void forget(AccountId account) {
        database.transact(tx -> forget(tx, account));
    }

    /** In the transaction that needs it. */
    static int forget(Tx tx, AccountId account) throws SQLException {
        tx.update("delete from linkage_code where account = ?", account.value());
        return tx.update("delete from person_proof where account = ?", account.value());
    }

    private static int put(Tx tx, String update, String insert, Object... values) throws SQLException {
        int updated = tx.update(update, values);
        if (updated > 0) {
            return updated;
        }
        try {
            return tx.update(insert, values);
        } catch (SQLException e) {
            throw Faults.isDuplicate(e) ? new SQLException("it was kept meanwhile", Faults.AGAIN, e) : e;
        }
    }

    private Kept seal(AccountId account, String place, String text) {
        database.ready();
        UUID keyId = UUID.randomUUID();
        byte[] key = Seal.randomKey();
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Seal.seal(key, Seal.personContext(account.value(), place), plain, plain.length);
        return new Kept(keyId, masterKey.wrap(Seal.personKeyContext(keyId), key), sealed);
    }

    /** What was changed or moved is never used: it is obtained anew. */
    private <T> Optional<T> open(AccountId account, String place, Kept kept, Function<String, T> read) {
        try {
            byte[] key = masterKey.unwrap(Seal.personKeyContext(kept.keyId()), kept.wrapped());
            byte[] plain = Seal.open(key, Seal.personContext(account.value(), place), kept.sealed());
            return Optional.of(read.apply(new String(plain, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            LOG.error(
                    "JOURNAL-040: what account {} is known by was changed in the database ({}), which is tampering: it is"
                            + " not used and is obtained anew. Keep the database",
                    account,
                    place);
            return Optional.empty();
        }
    }
}
