package io.renkei.journal.jdbc.internal;

import io.renkei.ports.artefacts.ProviderKey;
import io.renkei.ports.artefacts.ProviderKeys;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The provider's keys, one row each. */
final class JdbcProviderKeys implements ProviderKeys {

    private final Database database;
    private final ProtocolSeal seal;

    JdbcProviderKeys(Database database, MasterKey masterKey) {
        this.database = database;
        this.seal = new ProtocolSeal(database, masterKey, "oidc_key");
    }

    private record Row(int generation, byte[] sealed, Instant signsFrom) {}

    @Override
    public List<ProviderKey> all() {
        return database
                .transact(tx -> tx.query(
                        "select generation, sealed, signs_from from oidc_key order by generation",
                        row -> new Row(
                                row.getInt("generation"), row.getBytes("sealed"), Tx.instant(row, "signs_from"))))
                .stream()
                .flatMap(row -> open(row).stream())
                .toList();
    }

    private Optional<ProviderKey> open(Row row) {
        return seal.open(Integer.toString(row.generation()), row.sealed())
                .map(plain ->
                        new ProviderKey(row.generation(), new String(plain, StandardCharsets.UTF_8), row.signsFrom()));
    }

    @Override
    public boolean add(ProviderKey key) {
        byte[] sealed = seal.seal(Integer.toString(key.generation()), key.jwk().getBytes(StandardCharsets.UTF_8));
        return database.transact(tx -> {
            if (tx.one(
                            "select generation from oidc_key where generation = ?",
                            row -> row.getInt("generation"),
                            key.generation())
                    .isPresent()) {
                return false;
            }
            try {
                tx.update(
                        "insert into oidc_key (generation, sealed, signs_from) values (?, ?, ?)",
                        key.generation(),
                        sealed,
                        key.signsFrom());
                return true;
            } catch (SQLException e) {
                throw Faults.isDuplicate(e) ? new SQLException("another node was faster", Faults.AGAIN, e) : e;
            }
        });
    }

    @Override
    public void drop(int generation) {
        database.transact(tx -> tx.update("delete from oidc_key where generation = ?", generation));
    }
}
