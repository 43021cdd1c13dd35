package io.renkei.ports.delegation;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.sites.SiteId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Delegations. Whoever acts for another is asked for here each time, so that a change counts at once. Safe for use by several threads
 * and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface Delegations {

    /**
     * Both are present: the principal is signed in, and the representative has just proved itself beside them.
     *
     * @param proof of the representative
     */
    Registered register(AccountId principal, Authenticator proof, Grant grant);

    /**
     * The representative is elsewhere and its association vouches for it.
     *
     * @param association the site of the association
     * @return with a code for the representative, good for a week and once
     */
    Offered offer(AccountId principal, SiteId association, Grant grant);

    /** The representative, signed in and linked to the association's site, takes an offer. */
    Registered accept(AccountId representative, String code);

    /** The principal changes what is delegated. */
    Registered change(AccountId principal, DelegationId id, Grant grant);

    /** Either of the two ends it, at once. Once more changes nothing. */
    Optional<Delegation> end(AccountId who, DelegationId id);

    /** Given by this account, those that ended included, newest first; 200 at most. */
    List<Delegation> given(AccountId principal);

    /** Those that both accounts are to be warned of, because their end is near; see {@link Delegation#standing}. */
    default List<Delegation> nearEnd(AccountId account) {
        return List.of();
    }

    /** That this account acts by today. */
    List<Delegation> held(AccountId representative);

    /** Whether this may be done now; for a matter of one's own always. */
    boolean may(Actor who, Service service);

    /** Which of the items may be seen or handed over now; for a matter of one's own all of them. */
    Set<SelfInformationNumber> allowed(Actor who, Service service, Set<SelfInformationNumber> items);

    /** What became of it. */
    sealed interface Registered {

        record Holds(Delegation delegation) implements Registered {}

        /** Longer than two years, or ended already, or of oneself. */
        record Refused(String reasonJa, String reasonEn) implements Registered {}

        /** The code is unknown, used or too old, the delegation is another's, or the association vouches for nobody. */
        record NoSuchOffer() implements Registered {}
    }

    /** An offer. */
    sealed interface Offered {

        /** @param code 12 characters that can be told over the phone; kept as a digest only */
        record Waiting(Delegation delegation, String code) implements Offered {}

        record Refused(String reasonJa, String reasonEn) implements Offered {}
    }
}
