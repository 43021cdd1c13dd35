package io.renkei.sealer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.BatchStore.Place;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MemoryBatches;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.health.Finding;
import io.renkei.ports.trust.ReceiptSealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sealer, look by look. */
class SealerTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Later clock = new Later();
    private final MemoryBatches batches = new MemoryBatches(clock);
    private final Stamps stamps = new Stamps(clock);
    private final List<Sealer> open = new ArrayList<>();
    private final Sealer sealer = sealer(true);

    private static final ReceiptSealer SEAL = new ReceiptSealer() {
        @Override
        public String seal(String type, byte[] payload) {
            return type + "." + new String(payload, StandardCharsets.US_ASCII);
        }

        @Override
        public String jwks() {
            return "{}";
        }
    };

    private Sealer sealer(boolean stamped) {
        UUID node = UUID.randomUUID();
        Sealer made = new Sealer(
                node,
                batches,
                new Sealing(node, batches, SEAL, PAUSE, MOST),
                stamped
                        ? Optional.of(
                                new Stamping(batches, stamps, Set::of, stamps, Optional.empty(), PAUSE, clock::nanos))
                        : Optional.empty(),
                PAUSE,
                clock::nanos);
        open.add(made);
        return made;
    }

    @AfterEach
    void close() {
        open.forEach(Sealer::close);
    }

    private ChainHead moved() {
        ChainHead head =
                new ChainHead(ArrivalNumber.draw(LocalDate.of(2026, 11, 29), RANDOM), 1, Sha256.of(new byte[] {1}));
        batches.moved(head);
        return head;
    }

    private static Finding finding(Sealer of, String part) {
        return of.findings().stream()
                .filter(finding -> finding.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEndIsSealedAndStampedWhenItsPauseIsOver() {
        ChainHead head = moved();
        sealer.look();
        assertEquals(Optional.empty(), batches.newest());
        clock.by(PAUSE);
        sealer.look();
        Batch batch = batches.newest().orElseThrow();
        assertEquals(MerkleTree.root(List.of(head.leaf())), batch.statement().root());
        assertEquals(Batch.START, batch.statement().previous());
        assertArrayEquals(batch.stamped(), batch.stamp().orElseThrow().token());
        assertTrue(batch.seal().startsWith("renkei-root+jws.{\"batch\":1,\"root\":\""));
        clock.by(PAUSE);
        sealer.look();
        assertEquals(1, batches.newest().orElseThrow().number());
    }

    @Test
    void manyThatWaitAreSealedAtOnceInBatchesThatFollowEachOther() {
        List<ChainHead> heads = new ArrayList<>();
        for (int i = 0; i < 2 * MOST + 1; i++) {
            heads.add(moved());
        }
        sealer.look();
        assertEquals(2, batches.newest().orElseThrow().number());
        clock.by(PAUSE);
        sealer.look();
        Batch last = batches.newest().orElseThrow();
        Batch before = batches.list(Optional.of(3L), 1).get(0);
        assertEquals(3, last.number());
        assertEquals(before.statement().root(), last.statement().previous());
        for (ChainHead head : heads) {
            Place place = batches.newestOf(head.application()).orElseThrow();
            List<Sha256> leaves = batches.leaves(place.batch().number()).stream()
                    .map(ChainHead::leaf)
                    .toList();
            assertEquals(
                    Optional.of(place.batch().statement().root()),
                    MerkleTree.rootOf(
                            head.leaf(), place.index(), leaves.size(), MerkleTree.path(leaves, place.index())));
        }
    }

    @Test
    void anAuthorityThatIsDownStopsNothingAndTheBacklogIsStampedWhenItReturns() {
        stamps.down(true);
        for (int i = 0; i < 3; i++) {
            moved();
            clock.by(PAUSE);
            sealer.look();
        }
        assertEquals(3, batches.unstamped(10).size());
        assertEquals(Finding.Level.OK, finding(sealer, "timestamps").level());
        assertTrue(finding(sealer, "timestamps").sentence().contains("down"));

        clock.by(Duration.ofMinutes(61));
        sealer.look();
        assertEquals(Finding.Level.WARNING, finding(sealer, "timestamps").level());
        assertTrue(finding(sealer, "timestamps").sentence().contains("SEALER-004"));

        stamps.down(false);
        clock.by(PAUSE);
        sealer.look();
        assertEquals(List.of(), batches.unstamped(10));
        Batch first = batches.list(Optional.of(2L), 1).get(0);
        assertTrue(
                first.stamp().orElseThrow().at().isAfter(first.statement().at().plus(Duration.ofHours(1))));
        assertEquals(Finding.Level.OK, finding(sealer, "timestamps").level());
    }

    @Test
    void whileItIsDownItIsCalledOnceAPauseThatDoublesUpToTheLongest() {
        stamps.down(true);
        moved();
        clock.by(PAUSE);
        List<Integer> calledAt = new ArrayList<>();
        for (int second = 0; second < 200; second++) {
            int before = stamps.calls();
            sealer.look();
            if (stamps.calls() > before) {
                calledAt.add(second);
            }
            clock.by(Duration.ofSeconds(1));
        }
        assertEquals(List.of(0, 1, 3, 7, 15, 31, 63, 123, 183), calledAt);
    }

    @Test
    void aTimestampThatIsNotAcceptedIsNotKeptAndHealthSaysWhyAtOnce() {
        stamps.other(true);
        moved();
        clock.by(PAUSE);
        sealer.look();
        assertEquals(1, batches.unstamped(10).size());
        Finding finding = finding(sealer, "timestamps");
        assertEquals(Finding.Level.WARNING, finding.level());
        assertTrue(
                finding.sentence().contains("SEALER-005") && finding.sentence().contains("TRUST-075"));
    }

    @Test
    void whatWasSealedByOneThatWasKilledIsStampedByTheNext() {
        stamps.down(true);
        moved();
        clock.by(PAUSE);
        sealer.look();
        // The killed one leaves no word: its lease has to end first.
        stamps.down(false);
        Sealer next = sealer(true);
        next.look();
        assertEquals(1, batches.unstamped(10).size());
        clock.by(PAUSE);
        next.look();
        assertEquals(List.of(), batches.unstamped(10));
    }

    @Test
    void oneOfTwoSealsAndTheOtherFollowsWhenItEnds() {
        Sealer other = sealer(true);
        moved();
        clock.by(PAUSE);
        sealer.look();
        other.look();
        assertEquals(1, batches.newest().orElseThrow().number());
        sealer.close();
        moved();
        clock.by(Duration.ofSeconds(1));
        for (int i = 1; i < MOST; i++) {
            moved();
        }
        stamps.down(false);
        other.look();
        assertEquals(2, batches.newest().orElseThrow().number());
        assertFalse(batches.newest().orElseThrow().stamp().isEmpty());
    }

    @Test
    void withoutAnAuthorityRootsAreSealedAndHealthSaysThatTheyAreNotTimestamped() {
        Sealer alone = sealer(false);
        moved();
        clock.by(PAUSE);
        alone.look();
        assertEquals(1, batches.unstamped(10).size());
        assertEquals(0, stamps.calls());
        assertEquals(Finding.Level.OK, finding(alone, "timestamps").level());
        assertTrue(finding(alone, "timestamps").sentence().contains("not timestamped"));
    }

    @Test
    void healthWarnsOfRowsThatAreNotSealedForLong() {
        Sealer other = sealer(true);
        sealer.look();
        moved();
        for (int i = 0; i < 12; i++) {
            clock.by(PAUSE);
            batches.lead(new UUID(1, 1), Duration.ofHours(1));
            other.look();
        }
        assertEquals(Finding.Level.WARNING, finding(other, "journal roots").level());
        assertTrue(finding(other, "journal roots").sentence().contains("SEALER-003"));
    }
}
