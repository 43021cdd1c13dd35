package io.renkei.ports.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sessions as they are kept, under the digest of the token. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface SessionStore {

    void add(Session session, String token);

    /**
     * The open session of a token.
     *
     * @param idle after how long without use it is over; use is noted to a thirtieth of that
     */
    Optional<Session> use(String token, Duration idle, Instant at);

    /** Those of these that {@link #use} would find at this time. It is no use of them. */
    Set<UUID> open(List<UUID> ids, Duration idle, Instant at);

    /** The first end counts. */
    void close(UUID id, Instant at);

    /** Removes those that ended before. */
    int removeEnded(Instant before);
}
