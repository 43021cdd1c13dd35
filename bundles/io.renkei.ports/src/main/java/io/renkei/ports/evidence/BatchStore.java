package io.renkei.ports.evidence;

import io.renkei.api.model.ArrivalNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Batches, and the ends of chains that wait for one. Each call throws {@link io.renkei.ports.state.StateUnavailable} while the
 * database cannot be had. Safe for use by several threads and several nodes.
 */
@ProviderType
public interface BatchStore {

    /**
     * Takes or keeps the lease of the one who seals, by the clock of the database. It is written only when half of it is over.
     *
     * @return whether the node has it now
     */
    boolean lead(UUID node, Duration lease);

    /** Ends the node's lease, so that another need not wait for its end. */
    void leave(UUID node);

    /** What waits to be sealed. @param many from how many ends on {@link Waiting#many} is told */
    Waiting waiting(int many);

    /**
     * The committed ends that no batch holds yet, those that wait longest first. They are not locked: who writes goes on, and
     * an end that moves meanwhile waits for the batch after this.
     */
    Gathered gather(int most);

    /**
     * Keeps a batch with its leaves and marks those ends as sealed that have not moved since, in one transaction.
     *
     * @param leaves in the order of the tree
     * @return false, and nothing is written, if the node has lost its lease or the batch does not follow the newest one
     */
    boolean keep(UUID node, Batch batch, List<ChainHead> leaves);

    /** The batches without timestamp, oldest first. */
    List<Batch> unstamped(int limit);

    /** Gives a batch its timestamp; the first one counts. */
    void stamp(long number, Batch.Stamp stamp);

    /** Where the application's chain stands in the newest batch that holds it. */
    Optional<Place> newestOf(ArrivalNumber application);

    /** The leaves of a batch, in the order of the tree; empty if there is no such batch. */
    List<ChainHead> leaves(long number);

    /** @param before list what is older; empty to begin with the newest. @param limit 1 to 1,000 */
    List<Batch> list(Optional<Long> before, int limit);

    /**
     * What waits.
     *
     * @param oldest since when the first of them waits
     * @param many whether there are as many as was asked
     * @param now the time of the database
     */
    record Waiting(Optional<Instant> oldest, boolean many, Instant now) {}

    /**
     * Ends of chains.
     *
     * @param newest the last batch, read before them: one that follows it holds no end that an earlier batch has passed
     * @param at when they were read, by the clock of the database
     */
    record Gathered(Optional<Batch.Statement> newest, List<ChainHead> heads, Instant at) {
        public Gathered {
            Objects.requireNonNull(newest, "newest");
            heads = List.copyOf(heads);
        }
    }

    /** @param index of the leaf, from 0 */
    record Place(Batch batch, int index, ChainHead head) {}
}
