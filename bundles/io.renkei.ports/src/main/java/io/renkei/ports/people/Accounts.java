package io.renkei.ports.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounts. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface Accounts {

    /** How many proofs one account has at most. */
    int MOST_PROOFS = 10;

    /** The account that this proves; a new one at the first time. Two at once get the same. */
    Account signIn(Authenticator proof, Instant at);

    /** The account that this proves, if it proves one; none is made. */
    Optional<Account> find(Authenticator proof);

    Optional<Account> find(AccountId id);

    /**
     * From now on this proves the account as well, as when a certificate was renewed.
     *
     * @return false if it proves another account, which stays as it is
     */
    boolean add(AccountId account, Authenticator proof, Instant at);

    /**
     * Whoever has this code may add a proof to the account, once. A code of the account that was not used yet is of no use afterwards.
     *
     * @param code kept as a keyed digest
     */
    void invite(AccountId account, String code, Instant until, Instant at);

    /** As {@link #add}, by a code; it is used up only where the proof was added. */
    Added add(String code, Authenticator proof, Instant at);

    /** What proves the account, oldest first. */
    List<Proof> proofs(AccountId account);

    /**
     * From now on it proves nothing. The account's other sessions end at once.
     *
     * @param stays the session that goes on
     */
    Removed remove(AccountId account, UUID proof, UUID stays, Instant at);

    /** What is told of a proof: nothing that it is known by anywhere else. */
    record Proof(UUID id, Instant added) {
        public Proof {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(added, "added");
        }
    }

    /** What became of adding one. */
    sealed interface Added {

        /** It proves the account; so it may have done before. */
        record To(Account account) implements Added {}

        /** It proves another account, which stays as it is. */
        record OfAnother() implements Added {}

        /** The code is unknown, used or too old. */
        record NoSuchCode() implements Added {}

        /** The account has as many as it may. */
        record TooMany() implements Added {}

        /** The account is of the other kind: a certificate proves no company. */
        record OtherKind() implements Added {}
    }

    /** What became of removing one. */
    enum Removed {
        DONE,
        /** It is the only one, and nobody could sign in any more. */
        LAST,
        /** The account has no such proof. */
        UNKNOWN
    }
}
