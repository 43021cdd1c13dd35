package io.renkei.ports.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The evidence of accounts: consents, revocations, releases and delegations, each a row of the account's hash chain. What a row says
 * is encrypted under the account's key and hashed as it is stored: destroying the key erases and leaves the chain verifiable. Safe for
 * use by several threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot
 * be had.
 */
@ProviderType
public interface AccountJournal {

    /** Oldest first. */
    List<Row> timeLine(AccountId account);

    /** Accounts in the order of their ids, so that all can be walked; 500 at most. */
    List<AccountId> page(Optional<AccountId> after, int limit);

    /** The first row that was changed, dropped, moved or put in later. */
    Optional<Break> verify(AccountId account);

    /**
     * Destroys the key of an account, what it signs in with, and its sessions, and ends its links. Its chain stays.
     *
     * @return false if there is none, or it was erased before
     */
    boolean erase(AccountId account, Instant at);

    /** @param detail JSON; empty once the account is erased */
    record Row(long sequence, Instant at, String event, Optional<String> detail) {
        public Row {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public String toString() {
            return sequence + " " + event;
        }
    }

    /** @param sequence the place of the first row that is wrong, from 1 */
    record Break(long sequence, String sentence) {}
}
