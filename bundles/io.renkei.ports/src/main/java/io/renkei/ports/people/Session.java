package io.renkei.ports.people;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody is signed in.
 *
 * @param id names the session to sites (claim {@code sid}); it is no secret and grants no right
 * @param signedInAt when it was proved who it is (claim {@code auth_time})
 * @param until when it ends at the latest
 */
public record Session(UUID id, Account account, Instant signedInAt, Instant until) {

    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(signedInAt, "signedInAt");
        Objects.requireNonNull(until, "until");
    }
}
