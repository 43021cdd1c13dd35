package io.renkei.journal.jdbc.internal;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts what the OpenID provider keeps, bound to its table and key, so that no row can be moved to another place. */
final class ProtocolSeal {

    private static final Logger LOG = LoggerFactory.getLogger(ProtocolSeal.class);

    private final Database database;
    private final MasterKey masterKey;
    private final String table;

    ProtocolSeal(Database database, MasterKey masterKey, String table) {
        this.database = database;
        this.masterKey = masterKey;
        this.table = table;
    }

    byte[] seal(String key, byte[] plain) {
        database.ready();
        return masterKey.wrap(Seal.protocolContext(table, key), plain);
    }

    /** Empty when it was changed or moved: it is used by nobody. */
    Optional<byte[]> open(String key, byte[] sealed) {
        try {
            return Optional.of(masterKey.unwrap(Seal.protocolContext(table, key), sealed));
        } catch (GeneralSecurityException e) {
            LOG.error(
                    "JOURNAL-030: a row of {} was changed in the database, which is tampering: it is not used. Keep the"
                            + " database; who signs on anew gets a new row",
                    table);
            return Optional.empty();
        }
    }
}
