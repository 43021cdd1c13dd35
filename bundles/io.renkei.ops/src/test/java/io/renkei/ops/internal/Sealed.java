package io.renkei.ops.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MemoryBatches;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.trust.Revocation;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.Timestamps;
import io.renkei.ports.trust.TrustFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches that a test seals: a seal is good if it is the root, a timestamp if it is not empty. */
final class Sealed {

    static final Instant AT = Instant.parse("2026-11-29T00:00:00Z");

    private static final UUID NODE = UUID.randomUUID();

    final MemoryBatches batches = new MemoryBatches(Clock.fixed(AT, ZoneOffset.UTC));

    static BatchProof nothing() {
        return new Sealed().proof();
    }

    BatchProof proof() {
        return new BatchProof(
                batches,
                batch -> batch.seal().equals(batch.statement().root().hex()),
                (batch, stamp) -> verdict(stamp));
    }

    private static Timestamps.Verdict verdict(Stamp stamp) {
        boolean good = stamp.token().length > 0;
        List<TrustFault> faults = good ? List.of() : List.of(new TrustFault("TRUST-074", "timestamp", "no", "否"));
        return new Timestamps.Verdict(
                new SignatureVerdict(
                        "timestamp", good, good, stamp.at(), Revocation.NOT_CHECKED, Optional.empty(), faults),
                Optional.of(stamp.at()),
                Optional.empty(),
                Optional.empty());
    }

    void seal(ChainHead... heads) {
        Sha256 root =
                MerkleTree.root(List.of(heads).stream().map(ChainHead::leaf).toList());
        seal(root, root.hex(), heads);
    }

    /** With a root or a seal of another's making. */
    void seal(Sha256 root, String seal, ChainHead... heads) {
        Optional<Statement> newest = batches.newest().map(Batch::statement);
        batches.lead(NODE, Duration.ofMinutes(1));
        batches.keep(
                NODE,
                new Batch(
                        new Statement(
                                newest.map(Statement::number).orElse(0L) + 1,
                                root,
                                newest.map(Statement::root).orElse(Batch.START),
                                heads.length,
                                AT),
                        seal,
                        Optional.empty()),
                List.of(heads));
    }
}
