package io.renkei.ports.inboxes;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which inboxes accounts read. Tying, untying, and each time that a representative reads is a row in the hash chain of the account. Safe
 * for use by several threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot
 * be had.
 */
@ProviderType
public interface AccountInboxes {

    /** How long a code is good. */
    Duration CODE_LASTS = Duration.ofDays(7);

    /** How many inboxes one account reads at most. */
    int MOST = 20;

    /** How many codes of one inbox wait at most; with one more, the oldest is of no use. */
    int MOST_CODES = 20;

    /** How many wrong codes an account may give on a day of Japan; further ones are not looked at. */
    int MOST_MISSES = 10;

    /**
     * Whoever types this code while signed in reads the inbox from then on; once.
     *
     * @param code kept as a keyed digest
     */
    void invite(Inbox inbox, String code, Instant until, Instant at);

    /** An account that reads the inbox already goes on reading it, and the code is used up. */
    Tied tie(AccountId account, String code, Instant at);

    /** Oldest first. */
    List<InboxTie> of(AccountId account);

    /** From now on the account does not read it any more; false if it did not. */
    boolean untie(AccountId account, UUID tie, Instant at);

    /**
     * The application, and all notices and payment requests of it, lie in this inbox from now on, and in that of before no longer.
     *
     * @return false if the partner did not submit it
     */
    boolean place(PartnerId partner, ArrivalNumber application, InboxId inbox, Instant at);

    /** Whether what concerns the application lies in the inbox. */
    boolean holds(Inbox inbox, ArrivalNumber application);

    /**
     * A representative reads; for the record of the principal.
     *
     * @param what in one word, such as {@code LIST} or {@code DOCUMENT}
     * @param about id of the notice; empty text for none
     */
    void read(Actor who, InboxTie tie, String what, String about, Instant at);

    /** What became of a code. */
    sealed interface Tied {

        record Reads(InboxTie tie) implements Tied {}

        /** Unknown, used, too old, or one wrong code too many today. */
        record NoSuchCode() implements Tied {}

        record TooMany() implements Tied {}
    }
}
