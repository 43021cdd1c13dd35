package io.renkei.ports.artefacts;

import io.renkei.ports.linkage.ConsentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Grants. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface SiteGrants {

    void begin(SiteGrant grant);

    /**
     * Begins a grant together with its first artefact, as {@link Artefacts#keep(String, Artefact, int)} keeps it: both or, unless it
     * was kept, neither.
     */
    Artefacts.Kept begin(SiteGrant grant, String secret, Artefact artefact, int most);

    /** One that has not ended and is not over. */
    Optional<SiteGrant> find(UUID id, Instant now);

    /** Ends one, and with it all that belongs to it, at once and on every node. Once more changes nothing. */
    void end(UUID id);

    /** Those that stand on a link; 1000 at most. */
    List<SiteGrant> ofLink(ConsentId link);

    /** Those that a session gave; 1000 at most. */
    List<SiteGrant> ofSession(UUID session);

    /** Sessions with grants whose end nobody has noticed yet, in the order of their ids. */
    List<UUID> watched(Optional<UUID> after, int most);

    /** The end of a session was noticed, and is noticed no more. */
    void sessionOver(UUID session);
}
