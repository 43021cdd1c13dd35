package io.renkei.journal.jdbc.internal;

import io.renkei.ports.artefacts.LogoutWord;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.sites.SiteId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Word to sites. A row that was told stays until it is over, so that the same is not told again. */
final class JdbcLogoutWords implements LogoutWords {

    private static final int MOST = 100;

    private final Database database;
    private final ProtocolSeal seal;

    JdbcLogoutWords(Database database, MasterKey masterKey) {
        this.database = database;
        this.seal = new ProtocolSeal(database, masterKey, "oidc_logout");
    }

    private record Row(String word, SiteId site, byte[] sealed, int tries, Instant until) {}

    @Override
    public boolean put(LogoutWord word) {
        byte[] sealed = seal.seal(
                word.key(),
                new Fields().text(word.subject()).text(word.session()).bytes());
        return database.transact(tx -> {
            if (tx.one("select word from oidc_logout where word = ?", row -> row.getString("word"), word.key())
                    .isPresent()) {
                return false;
            }
            try {
                tx.update(
                        "insert into oidc_logout (word, site, sealed, tries, due_at, until_at) values (?, ?, ?, ?, ?, ?)",
                        word.key(),
                        word.site().value(),
                        sealed,
                        word.tries(),
                        tx.now(),
                        word.until());
                return true;
            } catch (SQLException e) {
                throw Faults.isDuplicate(e) ? new SQLException("it was noticed twice", Faults.AGAIN, e) : e;
            }
        });
    }

    @Override
    public List<LogoutWord> claim(int most, Duration lease) {
        Limits.require("most", most, MOST);
        List<Row> claimed = database.transact(tx -> {
            Instant now = tx.now();
            List<Row> due = tx.query(
                    "select word, site, sealed, tries, until_at from oidc_logout where due_at <= ? and until_at > ?"
                            + " order by due_at limit ?",
                    row -> new Row(
                            row.getString("word"),
                            new SiteId(row.getString("site")),
                            row.getBytes("sealed"),
                            row.getInt("tries"),
                            Tx.instant(row, "until_at")),
                    now,
                    now,
                    most);
            if (due.isEmpty()) {
                tx.harmless();
                return due;
            }
            List<Row> mine = new ArrayList<>();
            for (Row row : due) {
                if (tx.update(
                                "update oidc_logout set due_at = ? where word = ? and due_at <= ?",
                                now.plus(lease),
                                row.word(),
                                now)
                        == 1) {
                    mine.add(row);
                }
            }
            return mine;
        });
        return claimed.stream().flatMap(row -> open(row).stream()).toList();
    }

    private Optional<LogoutWord> open(Row row) {
        return seal.open(row.word(), row.sealed()).map(plain -> {
            Fields.Reader read = new Fields.Reader(plain);
            return new LogoutWord(
                    row.word(),
                    row.site(),
                    read.text(),
                    read.optional().map(UUID::fromString),
                    row.tries(),
                    row.until());
        });
    }

    @Override
    public void done(String key) {
        database.transact(tx -> tx.update("update oidc_logout set due_at = null where word = ?", key));
    }

    @Override
    public void later(String key, Duration pause) {
        database.transact(tx -> tx.update(
                "update oidc_logout set due_at = ?, tries = tries + 1 where word = ? and due_at is not null",
                tx.now().plus(pause),
                key));
    }
}
