package io.renkei.ports.delegation;

import io.renkei.ports.people.AccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A delegation.
 *
 * @param representative empty while an offer waits for its representative
 * @param association the professional association that vouched for the representative; empty text where both were present
 * @param version counts changes, from 1
 */
public record Delegation(
        DelegationId id,
        AccountId principal,
        Optional<AccountId> representative,
        String association,
        Grant grant,
        Instant registered,
        Optional<Instant> ended,
        int version) {

    public Delegation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(representative, "representative");
        Objects.requireNonNull(association, "association");
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(registered, "registered");
        Objects.requireNonNull(ended, "ended");
    }
}
