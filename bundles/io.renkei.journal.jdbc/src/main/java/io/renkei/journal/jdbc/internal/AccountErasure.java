package io.renkei.journal.jdbc.internal;

import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.people.AccountId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends and destroys what an account has, in the transaction that says so in its chain. Its chain and its access records stay. */
final class AccountErasure {

    private static final String DESTROY_KEY =
            "update case_key set wrapped = null, destroyed_at = current_timestamp where wrapped is not null and id ";

    private final Tx tx;
    private final AccountId account;
    private final Instant at;

    AccountErasure(Tx tx, AccountId account, Instant at) {
        this.tx = tx;
        this.account = account;
        this.at = at;
    }

    void run() throws SQLException {
        endLinks();
        endAccess();
        destroyAnswers();
        destroyHoldings();
        update("update account_paper set sealed = null where account = ?");
        update(DESTROY_KEY + "= (select key_id from account where id = ?)");
    }

    private void update(String sql) throws SQLException {
        tx.update(sql, account.value());
    }

    private void endLinks() throws SQLException {
        tx.update("update link set revoked_at = ? where account = ? and revoked_at is null", at, account.value());
        tx.update(
                "update handover set state = ?, version = version + 1, changed_at = ? where account = ? and state in (?, ?, ?)",
                HandoverState.REVOKED,
                at,
                account.value(),
                HandoverState.COLLECTING,
                HandoverState.REVIEW,
                HandoverState.RELEASED);
        update("update handover set wrapped = null, matter = null, data = null, look_at = null where account = ?");
    }

    private void endAccess() throws SQLException {
        tx.update("update people_session set ended_at = ? where account = ? and ended_at is null", at, account.value());
        update("delete from authenticator_invitation where account = ?");
        update("delete from authenticator where account = ?");
        update("delete from account_inbox where account = ?");
        tx.update(
                "update representation set ended_at = ?, version = version + 1, code = null"
                        + " where (principal = ? or representative = ?) and ended_at is null",
                at,
                account.value(),
                account.value());
    }

    private void destroyAnswers() throws SQLException {
        List<UUID> questions = tx.query(
                "select id from selfinfo_question where principal = ? and wrapped is not null",
                row -> row.getObject("id", UUID.class),
                account.value());
        for (UUID question : questions) {
            JdbcQuestionStore.destroy(tx, question);
        }
        JdbcLinkageCodes.forget(tx, account);
    }

    /** The keys go now; what they opened is swept as that of any bundle whose time is over. */
    private void destroyHoldings() throws SQLException {
        update(DESTROY_KEY + "in (select case_key from holding_bundle where account = ?)");
        tx.update(
                "update holding_bundle set until_at = ? where account = ? and destroyed_at is null and until_at > ?",
                at,
                account.value(),
                at);
    }
}
