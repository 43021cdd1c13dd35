package io.renkei.ports.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sessions of signed-in people. A session is kept under the digest of its token, so that whoever reads the database cannot
 * take it over; any node knows it. Safe for use by several threads and several nodes.
 */
@ProviderType
public interface Sessions {

    /** Name of the cookie that carries the token: {@code Secure}, {@code HttpOnly}, {@code SameSite=Lax}, path {@code /}. */
    String COOKIE = "__Host-renkei-session";

    /** Begins a session. */
    Opened open(Account account, Instant at);

    /** The session of a token that is open and not idle for too long; the call counts as use. */
    Optional<Session> find(String token, Instant at);

    /** Those of these that are open at this time: neither closed, nor at their latest end, nor idle for too long. It is no use of them. */
    Set<UUID> open(List<UUID> ids, Instant at);

    /** Ends it at once, on every node. */
    void close(UUID id, Instant at);

    /** After how long without use a session ends. */
    Duration idle();

    /**
     * A new session.
     *
     * @param token 256 random bits, base64url; never kept nor logged
     */
    record Opened(Session session, String token) {

        @Override
        public String toString() {
            return session.id().toString();
        }
    }
}
