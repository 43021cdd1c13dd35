package io.renkei.ops.internal;

import io.renkei.api.model.Sha256;
import io.renkei.api.spi.Sealer;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.trust.JwsVerifier;
import io.renkei.ports.trust.JwsVerifier.JwsVerdict;
import io.renkei.ports.trust.JwsVerifier.Trust;
import io.renkei.ports.trust.Timestamps;
import io.renkei.ports.trust.TrustAnchors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Whether a batch is what was sealed: its leaves, its root, its place behind the one before, its seal and its timestamp. */
public final class BatchProof {

    private final BatchStore batches;
    private final Predicate<Batch> isSealed;
    private final BiFunction<Batch, Stamp, Timestamps.Verdict> timestamps;

    /**
     * @param isSealed whether a batch's seal is the gateway's, over its statement
     * @param timestamps the verdict on a batch's timestamp
     */
    BatchProof(BatchStore batches, Predicate<Batch> isSealed, BiFunction<Batch, Stamp, Timestamps.Verdict> timestamps) {
        this.batches = batches;
        this.isSealed = isSealed;
        this.timestamps = timestamps;
    }

    /** @param own whose certificates are those of the seals, past ones too */
    public static BatchProof of(
            BatchStore batches, JwsVerifier seals, Sealer own, Timestamps timestamps, TrustAnchors anchors) {
        return new BatchProof(
                batches,
                batch -> isSealed(batch, seals, own),
                (batch, stamp) ->
                        timestamps.verify(stamp.token(), batch.stamped(), anchors.anchors(TrustAnchors.TIMESTAMP)));
    }

    BatchStore batches() {
        return batches;
    }

    /**
     * @param before the batch before; empty if there is none
     * @return what is wrong, if anything is
     */
    Optional<String> fault(Batch batch, Optional<Batch> before) {
        List<ChainHead> heads = batches.leaves(batch.number());
        List<Sha256> leaves = heads.stream().map(ChainHead::leaf).toList();
        if (leaves.size() != batch.statement().leaves()
                || !MerkleTree.root(leaves).equals(batch.statement().root())) {
            return Optional.of("its leaves do not lead to its root");
        }
        if (batch.number() != before.map(Batch::number).orElse(0L) + 1
                || !batch.statement()
                        .previous()
                        .equals(before.map(each -> each.statement().root()).orElse(Batch.START))) {
            return Optional.of("it does not follow the batch before it");
        }
        if (!isSealed.test(batch)) {
            return Optional.of("its seal is not the gateway's, or is over something else");
        }
        return batch.stamp().flatMap(stamp -> fault(batch, stamp));
    }

    private static boolean isSealed(Batch batch, JwsVerifier seals, Sealer own) {
        byte[] said = batch.statement().bytes();
        return own.certificates().stream()
                .map(certificate -> seals.verify(
                        batch.seal(),
                        new Trust.Key(certificate.getPublicKey()),
                        batch.statement().at()))
                .filter(JwsVerdict::accepted)
                .anyMatch(verdict -> verdict.type().equals(Optional.of(Batch.TYPE))
                        && Arrays.equals(verdict.payload().orElse(new byte[0]), said));
    }

    private Optional<String> fault(Batch batch, Stamp stamp) {
        Timestamps.Verdict verdict = timestamps.apply(batch, stamp);
        if (!verdict.accepted()) {
            return Optional.of("its timestamp is not accepted ("
                    + verdict.signature().faults().stream()
                            .map(fault -> fault.code())
                            .findFirst()
                            .orElse("-")
                    + ")");
        }
        return verdict.at().equals(Optional.of(stamp.at()))
                ? Optional.empty()
                : Optional.of("the time beside its timestamp is not the one in it");
    }
}
