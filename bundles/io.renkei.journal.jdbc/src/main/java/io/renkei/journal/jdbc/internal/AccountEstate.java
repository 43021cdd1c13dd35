package io.renkei.journal.jdbc.internal;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.AccountJournal.Estate;
import io.renkei.ports.people.AccountKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what there is of an account. */
final class AccountEstate {

    private final Tx tx;
    private final AccountId account;
    private final Instant at;

    AccountEstate(Tx tx, AccountId account, Instant at) {
        this.tx = tx;
        this.account = account;
        this.at = at;
    }

    Optional<Estate> read() throws SQLException {
        tx.harmless();
        Optional<Estate> bare = tx.one(
                "select a.kind, a.since_at, a.chain_seq, k.destroyed_at from account a join case_key k on k.id = a.key_id"
                        + " where a.id = ?",
                row -> bare(
                        AccountKind.valueOf(row.getString("kind")),
                        Tx.instant(row, "since_at"),
                        Tx.optionalInstant(row, "destroyed_at"),
                        row.getLong("chain_seq")),
                account.value());
        return bare.isEmpty() ? bare : Optional.of(counted(bare.get()));
    }

    private static Estate bare(AccountKind kind, Instant since, Optional<Instant> erased, long rows) {
        Optional<Instant> never = Optional.empty();
        return new Estate(kind, since, erased, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, rows, 0, never, 0, never);
    }

    private Estate counted(Estate bare) throws SQLException {
        return new Estate(
                bare.kind(),
                bare.since(),
                bare.erased(),
                count("authenticator where account = ?"),
                count("people_session where account = ? and ended_at is null and until_at > ?", at),
                count("link where account = ? and revoked_at is null and until_at > ?", at),
                count("handover where account = ? and wrapped is not null"),
                count("selfinfo_question where principal = ? and wrapped is not null"),
                count("holding_bundle where account = ? and destroyed_at is null and until_at > ?", at),
                count("linkage_code where account = ?"),
                count("representation where principal = ? and ended_at is null"),
                count("representation where representative = ? and ended_at is null"),
                count("account_inbox where account = ?"),
                count("account_paper where account = ? and sealed is not null"),
                bare.rows(),
                count("access_record where principal = ?"),
                last("access_record where principal = ?"),
                count("holding_access where account = ?"),
                last("holding_access where account = ?"));
    }

    private long count(String which, Object... more) throws SQLException {
        return tx.one(
                        "select count(*) as found from " + which,
                        row -> row.getLong("found"),
                        Tx.values(List.of(account.value()), more))
                .orElse(0L);
    }

    private Optional<Instant> last(String which) throws SQLException {
        return tx.one(
                        "select max(asked_at) as last_asked from " + which,
                        row -> Tx.optionalInstant(row, "last_asked"),
                        account.value())
                .orElse(Optional.empty());
    }
}
