package io.renkei.ports.state;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The state of filings. Safe for use by several threads and several nodes. */
@ProviderType
public interface FilingStore {

    Optional<FilingView> find(FilingKey key);

    /** Those of these that exist, in no order; a store that can reads them at once. */
    default List<FilingView> find(Set<FilingKey> keys) {
        return keys.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /**
     * What a connector needs to send a filing.
     *
     * @throws IOException if the body cannot be opened, or the key of the case was destroyed
     */
    Optional<FilingMatter> matter(FilingKey key) throws IOException;

    /**
     * Makes every planned filing of an application ready, in one transaction; those that are not planned any more stay
     * as they are.
     *
     * @return how many became ready; empty if there is no such application
     */
    OptionalInt release(ArrivalNumber application);

    /**
     * Writes what happened, as a compare-and-set on the version: the transition, its journal rows, the receipts, and an
     * outbox row of kind {@link OutboxKind#FILING_CHANGED}; in state Ready one of kind {@link OutboxKind#FILING_READY}
     * too; with a correction that is asked for its request and one of kind {@link OutboxKind#CORRECTION_REQUESTED}. What
     * answers another filing moves that one in the same transaction, as {@link FollowUps} says, and gives it the receipts
     * of a partial correction and of a withdrawal.
     *
     * @throws StateUnavailable if the database cannot be had
     */
    Transition apply(Change change);

    /**
     * Begins an attempt: Ready becomes Attempting under a lease. No two attempts of one filing hold a lease at once.
     *
     * @param node who attempts
     * @param lease longer than the connector's total timeout
     * <p>The attempt carries the filing's matter, read in the same transaction.
     *
     * <p>What answers another filing begins only while that one stands where it can be answered. A correction that is no
     * longer asked for is taken back, and so is the withdrawal of a filing that ended; a withdrawal of a filing of which
     * nothing was sent takes that back with itself; one whose filing is under way or unclear waits for its outcome.
     *
     * @return the attempt, or empty if the filing is not ready now (a repeated or late pointer: drop it)
     */
    Optional<Attempt> begin(FilingKey key, String node, Duration lease);

    /**
     * Turns attempts whose lease has run out, by database time, into Unknown. A live lease is never judged, whichever
     * node holds it.
     *
     * @param limit the most to turn in one call
     * @return the filings that became Unknown
     */
    List<FilingKey> expireLeases(int limit);

    /** Makes waiting filings ready whose time has come, by database time; the outbox carries their pointers. */
    List<FilingKey> wakeDue(int limit);

    /**
     * Filings that the destination accepted, that are not final, and whose time to be asked for has come, by database
     * time; the one that was due first stands first. Each that is returned counts as asked for now, so that several nodes
     * share the work.
     *
     * @param pace when each that is returned is due again
     * @param limit 1 to 50
     */
    List<FilingView> claimForStatus(DestinationId destination, Pace pace, int limit);

    /** Filings with an unknown outcome, claimed as by {@link #claimForStatus}. */
    List<FilingView> claimUnknown(DestinationId destination, Pace pace, int limit);

    /**
     * Those of these destinations at which {@link #claimForStatus} or {@link #claimUnknown} would find something now: for
     * who looks after many, of which few have anything open. A store that cannot tell without asking about each says all.
     */
    default Set<DestinationId> toAsk(Set<DestinationId> among) {
        return among;
    }

    /** How many filings stand in each state, by destination. */
    Map<DestinationId, Map<FilingState, Long>> counts();

    /**
     * By key, in one state.
     *
     * @param destination only those of one destination, or of all
     * @param after list what follows this key; empty to begin
     * @param limit 1 to 100
     */
    List<FilingView> list(FilingState state, Optional<DestinationId> destination, Optional<FilingKey> after, int limit);

    /**
     * One attempt at one filing.
     *
     * @param number from 1
     * @param version the version under which its outcome is to be written
     * @param leaseUntil by database time
     * @param matter what is to be sent
     * @param purpose what the filing is for
     * @param earlier the filing that it answers, as it stood when the attempt began; empty for a submission
     */
    record Attempt(
            FilingKey filing,
            int number,
            long version,
            String node,
            Instant leaseUntil,
            FilingMatter matter,
            FilingPurpose purpose,
            Optional<FilingView> earlier) {

        /** At a submission. */
        public Attempt(
                FilingKey filing, int number, long version, String node, Instant leaseUntil, FilingMatter matter) {
            this(filing, number, version, node, leaseUntil, matter, FilingPurpose.SUBMISSION, Optional.empty());
        }
    }
}
