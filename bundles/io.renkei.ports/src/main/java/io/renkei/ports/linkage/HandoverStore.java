package io.renkei.ports.linkage;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Handovers as they are kept: each under a key of its own, so that what is destroyed is gone. A change and its row of the account's
 * hash chain are one transaction. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface HandoverStore {

    /** Keeps one that nobody consented to. */
    void ask(KeptHandover asked);

    /** Empty if there is none, or the account was erased. */
    Optional<KeptHandover> find(HandoverId id);

    /** Those of an account, newest first; 200 at most. */
    List<HandoverView> of(AccountId account);

    /**
     * Makes a change, if the handover is still at the version that was seen and, where it goes on towards the site, if its link
     * still holds; both are asked under the lock of the account. Data is destroyed with each change to an end.
     */
    Outcome apply(Change change);

    /** What was chosen, as it was given; empty if it was destroyed. */
    Optional<byte[]> data(HandoverId id);

    /** Destroys what was chosen and leaves the rest. */
    void destroy(HandoverId id);

    /** Those that have to be looked after now, and that nobody else claims before the lease is over. */
    List<HandoverId> claim(Instant now, Duration lease, int limit);

    /** When one has to be looked after next, if ever; no change of it, and nothing if it was changed since this version. */
    void lookAgain(HandoverId id, long version, Optional<Instant> at);

    /** Removes what was asked before this time and never consented to, and is over. */
    int removeUnanswered(Instant before);

    /** In one state, the last changed first. */
    List<HandoverView> list(HandoverState state, int limit);

    Map<HandoverState, Long> counts();

    /** How many of this state came to it before this time. */
    long countSince(HandoverState state, Instant before);

    /** What became of a change. */
    enum Outcome {
        MADE,
        /** Somebody else changed it first: read again. */
        CHANGED,
        /** The link that it stands on does not hold. */
        UNLINKED
    }

    /**
     * A change.
     *
     * @param event what the row of the hash chain is called; empty text for none
     */
    record Change(KeptHandover before, KeptHandover after, String event, Actor who, Papers papers) {
        public Change {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(papers, "papers");
        }
    }

    /**
     * What a change leaves beside the row; nothing of it is printed.
     *
     * @param consent the receipt of the second consent
     * @param request what the site signed when it asked
     * @param release the receipt of the choice
     * @param data what was chosen
     */
    record Papers(
            Optional<String> consent,
            Optional<SignedRequest> request,
            Optional<String> release,
            Optional<byte[]> data) {

        public static final Papers NONE =
                new Papers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static Papers consent(String receipt, Optional<SignedRequest> request) {
            return new Papers(Optional.of(receipt), request, Optional.empty(), Optional.empty());
        }

        public static Papers release(String receipt, byte[] data) {
            return new Papers(Optional.empty(), Optional.empty(), Optional.of(receipt), Optional.of(data));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Papers papers
                    && consent.equals(papers.consent)
                    && request.equals(papers.request)
                    && release.equals(papers.release)
                    && Arrays.equals(data.orElse(null), papers.data.orElse(null));
        }

        @Override
        public int hashCode() {
            return Objects.hash(consent, request, release);
        }

        @Override
        public String toString() {
            return "Papers";
        }
    }
}
