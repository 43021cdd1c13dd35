package io.renkei.sealer.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.BatchStore.Gathered;
import io.renkei.ports.evidence.BatchStore.Waiting;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.trust.ReceiptSealer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes batches of what waits, for the node that holds the lease. For one thread. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final UUID node;
    private final BatchStore batches;
    private final ReceiptSealer sealer;
    private final Duration pause;
    private final int most;

    /**
     * @param pause how long an end waits at most
     * @param most leaves of one batch; as many that wait are sealed at once
     */
    Sealing(UUID node, BatchStore batches, ReceiptSealer sealer, Duration pause, int most) {
        this.node = node;
        this.batches = batches;
        this.sealer = sealer;
        this.pause = pause;
        this.most = most;
    }

    /** Seals one batch, if it is time. @return whether another is due at once */
    boolean next() {
        Waiting waiting = batches.waiting(most);
        boolean due = waiting.many()
                || waiting.oldest()
                        .filter(since -> !since.plus(pause).isAfter(waiting.now()))
                        .isPresent();
        if (!due) {
            return false;
        }
        Gathered gathered = batches.gather(most);
        return !gathered.heads().isEmpty() && seal(gathered) && gathered.heads().size() == most;
    }

    private boolean seal(Gathered gathered) {
        Optional<Statement> newest = gathered.newest();
        Sha256 root =
                MerkleTree.root(gathered.heads().stream().map(ChainHead::leaf).toList());
        Statement said = new Statement(
                newest.map(Statement::number).orElse(0L) + 1,
                root,
                newest.map(Statement::root).orElse(Batch.START),
                gathered.heads().size(),
                gathered.at());
        Batch batch = new Batch(said, sealer.seal(Batch.TYPE, said.bytes()), Optional.empty());
        boolean kept = batches.keep(node, batch, gathered.heads());
        if (kept) {
            LOG.info("Batch {} is sealed: the ends of {} applications", said.number(), said.leaves());
        }
        return kept;
    }
}
