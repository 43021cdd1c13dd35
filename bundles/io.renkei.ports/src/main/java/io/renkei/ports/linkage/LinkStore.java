package io.renkei.ports.linkage;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Links. Each change of one and its row of the account's hash chain are one transaction; nothing is cached. Safe for use by several
 * threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface LinkStore {

    /**
     * Keeps a link, unless one between this account and this site holds. Of several at once one is kept.
     *
     * @param receipt a compact JWS, kept encrypted
     * @param asked what the site signed when it asked for it, kept encrypted beside the receipt
     * @return the one that holds now, with the receipt that was given for it
     */
    Opened open(Link link, Actor who, String receipt, Optional<SignedRequest> asked);

    /** The link that holds at this time. */
    Optional<Link> find(AccountId account, SiteId site, Instant at);

    /** The link that holds at this time, by what the site knows the account by. */
    Optional<Link> find(SiteId site, String subject, Instant at);

    /** All of an account, newest first; 200 at most. */
    List<Link> of(AccountId account);

    /** The site took a sign-on; the first time counts. */
    void tied(ConsentId link, Instant at);

    /** Ends a link, and with it every handover on it that waits or was not fetched. */
    Optional<Link> revoke(Actor who, ConsentId link, Instant at);

    /** A paper of this account: the receipt of a consent by its id, that of a release by the id of the handover, or a signed request. */
    Optional<String> receipt(AccountId account, UUID id);

    /** Revoked at this time or later, oldest first; 100 at most. */
    List<Link> revokedSince(Instant since);

    /** How many links each site has, for operators. */
    Map<SiteId, Count> counts(Instant at);

    /** @param isNew whether this call made it */
    record Opened(Link link, String receipt, boolean isNew) {}

    /** @param ended revoked, or over */
    record Count(long held, long ended) {}
}
