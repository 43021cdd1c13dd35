package io.renkei.ports.delegation;

import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Delegations as they are kept. Each change and its row in the hash chain of the principal are one transaction. Safe for use by several
 * threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface DelegationStore {

    /**
     * Keeps a new one.
     *
     * @param offer the code of an offer; empty where both were present
     * @param most how many that have not ended one principal may have
     * @return false if the principal has as many already
     */
    boolean add(Delegation delegation, Optional<Offer> offer, int most);

    Optional<Delegation> find(DelegationId id);

    /** An offer that still waits. */
    Optional<Delegation> findOffer(String code, Instant at);

    /** Writes what changed, under the version that was seen; the offer's code is of no use afterwards. */
    boolean replace(Delegation before, Delegation after, String event, AccountId by, Instant at);

    /** Given by this account, newest first; 200 at most. */
    List<Delegation> given(AccountId principal);

    /** That this account may act by on this day, newest first; 200 at most. */
    List<Delegation> held(AccountId representative, LocalDate day);

    /** Not ended, and with a last day between these two, both included, the first last day first. */
    List<Delegation> ending(LocalDate from, LocalDate to, int limit);

    /**
     * Warns both accounts of each delegation that is due for it, with an outbox row of kind {@code DELEGATION_ENDING} for each of the
     * two, in one transaction for each delegation. A last day that was warned of is not warned of again; one that was changed is.
     *
     * @param today a day of Japan
     * @param limit 1 to 200
     * @return how many delegations were warned of
     */
    int warn(LocalDate today, Instant at, int limit);

    /** Those of these that are there, in no order. */
    List<DelegationWarning> warnings(Set<UUID> ids);

    /** How many wrong codes this account gave on a day. */
    int misses(AccountId account, LocalDate day);

    void missed(AccountId account, LocalDate day);

    /** @param code kept as a keyed digest */
    record Offer(String code, Instant until) {
        @Override
        public String toString() {
            return "Offer";
        }
    }
}
