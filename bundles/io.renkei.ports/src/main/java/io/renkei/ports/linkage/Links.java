package io.renkei.ports.linkage;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Links between accounts and sites. Safe for use by several threads and several nodes; nothing is cached beyond a second. Every method
 * throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface Links {

    /**
     * The first consent. One that holds already is answered again, with the same receipt.
     *
     * @param asked what the site signed when it asked for it, for the receipt; empty where it signed nothing, or the person began it
     */
    Consented consent(Actor who, SiteId site, Optional<SignedRequest> asked);

    /** One that nothing signed led to. */
    default Consented consent(Actor who, SiteId site) {
        return consent(who, site, Optional.empty());
    }

    /** The link that holds now. */
    Optional<Link> find(AccountId account, SiteId site);

    /** The link that holds now and that the site knows by this subject; another site's subject answers like an unknown one. */
    Optional<Link> find(SiteId site, String subject);

    /** All of an account, those that ended included, newest first; 200 at most. */
    List<Link> of(AccountId account);

    /** The site took a sign-on. Once more changes nothing. */
    void tied(ConsentId link);

    /**
     * Ends a link, and with it every handover to the site that is not fetched yet. Once more changes nothing.
     *
     * @return the link as it ended, or empty if the account has none with this id
     */
    Optional<Link> revoke(Actor who, ConsentId link);

    /** The receipt of a consent of this account, as it was given: a compact JWS. Another's answers like an unknown one. */
    Optional<String> receipt(AccountId account, ConsentId consent);

    /** What the site signed when it asked for a consent of this account, as it came: a compact JWS. Another's answers like an unknown one. */
    default Optional<String> request(AccountId account, ConsentId consent) {
        return Optional.empty();
    }

    /** Links that were revoked since, oldest first, so that tokens can be ended and sites be told; 100 at most. */
    List<Link> revokedSince(Instant since);

    /** What became of a consent. */
    sealed interface Consented {

        /**
         * It holds.
         *
         * @param receipt a compact JWS that the person keeps
         */
        record Given(Link link, String receipt) implements Consented {}

        /** There is no such site. */
        record NoSuchSite() implements Consented {}

        /** The site takes no first link at this hour. */
        record Closed(Optional<Instant> opens) implements Consented {}

        /** The site does not take this kind of account, or who acts may not do it for the principal. */
        record NotAllowed() implements Consented {}
    }
}
