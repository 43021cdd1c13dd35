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

    /** What there is of an account; empty if there is none. */
    Optional<Estate> estate(AccountId account, Instant at);

    /**
     * Destroys the key of an account, what it signs in with, what was collected for it and its codes at agencies, ends its links, its
     * sessions and its delegations, and unties its inboxes. Its chain stays, and so do access records.
     *
     * @param by who orders it, for the log
     * @return false if there is none, or it was erased before
     */
    boolean erase(AccountId account, String by, Instant at);

    /**
     * What there is of an account, in numbers.
     *
     * @param erased when it was erased
     * @param proofs what it signs in with
     * @param links that hold
     * @param handovers with data that was not destroyed
     * @param questions about self-information whose answers were not destroyed
     * @param bundles of holdings that were not destroyed
     * @param agencies that know it by a code
     * @param given delegations that it gave and that did not end
     * @param held delegations that it holds and that did not end
     * @param inboxes that it reads
     * @param papers signed receipts
     * @param rows of its chain
     * @param accessRecords about its self-information
     * @param lastAccess when the last of these was asked
     * @param holdingRecords of documents at delivery services
     * @param lastHolding when the last of these was asked
     */
    record Estate(
            AccountKind kind,
            Instant since,
            Optional<Instant> erased,
            long proofs,
            long sessions,
            long links,
            long handovers,
            long questions,
            long bundles,
            long agencies,
            long given,
            long held,
            long inboxes,
            long papers,
            long rows,
            long accessRecords,
            Optional<Instant> lastAccess,
            long holdingRecords,
            Optional<Instant> lastHolding) {

        public Estate {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(erased, "erased");
            Objects.requireNonNull(lastAccess, "lastAccess");
            Objects.requireNonNull(lastHolding, "lastHolding");
        }
    }

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
