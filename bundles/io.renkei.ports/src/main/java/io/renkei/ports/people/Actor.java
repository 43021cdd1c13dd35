package io.renkei.ports.people;

import java.util.Objects;

/**
 * Who acts, and for whom.
 *
 * @param by who is signed in
 * @param principal whose matter it is: the same account, or the one that gave a delegation
 */
public record Actor(AccountId by, AccountId principal) {

    public Actor {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(principal, "principal");
    }

    /** Somebody in a matter of their own. */
    public static Actor self(AccountId account) {
        return new Actor(account, account);
    }

    public boolean isRepresentative() {
        return !by.equals(principal);
    }
}
