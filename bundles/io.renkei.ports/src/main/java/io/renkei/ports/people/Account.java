package io.renkei.ports.people;

import java.time.Instant;
import java.util.Objects;

/**
 * An account of the portal.
 *
 * @param since when it first signed in
 */
public record Account(AccountId id, AccountKind kind, Instant since) {

    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(since, "since");
    }
}
