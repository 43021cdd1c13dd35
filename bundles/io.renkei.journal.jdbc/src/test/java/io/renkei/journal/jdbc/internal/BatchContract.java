package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.BatchStore.Gathered;
import io.renkei.ports.evidence.BatchStore.Place;
import io.renkei.ports.evidence.ChainHead;
import io.renkei.ports.evidence.MerkleTree;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.JournalRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What batches promise, whichever database is behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class BatchContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final UUID NODE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @BeforeEach
    void nobodyLeadsAndNothingWaits() throws SQLException {
        release();
        while (sealed(NODE, 1_000) > 0) {
            continue;
        }
        release();
    }

    @Test
    void anEndWaitsFromItsFirstRowOnAndAgainWhenItMoved() {
        FilingView filing = Samples.ready(journal);
        ArrivalNumber application = filing.key().application();
        assertTrue(journal.batches().waiting(1).many());
        assertFalse(journal.batches().waiting(2).many());
        assertEquals(1, sealed(NODE, 100));
        assertEquals(Optional.empty(), journal.batches().waiting(1).oldest());
        assertEquals(last(application), newest(application));

        Samples.made(journal.filings(), Samples.change(filing, List.of(FilingEvent.PARK_ORDERED), List.of()));
        assertTrue(journal.batches().waiting(1).many());
        assertEquals(1, sealed(NODE, 100));
        assertEquals(last(application), newest(application));
    }

    @Test
    void anEndThatMovesWhileItIsSealedWaitsForTheNextBatch() {
        FilingView filing = Samples.ready(journal);
        Gathered before = journal.batches().gather(100);
        Samples.made(journal.filings(), Samples.change(filing, List.of(FilingEvent.PARK_ORDERED), List.of()));
        assertTrue(keep(journal.batches(), NODE, before));

        assertEquals(before.heads().get(0), newest(filing.key().application()));
        assertTrue(journal.batches().waiting(1).many());
        assertEquals(1, sealed(NODE, 100));
        assertEquals(last(filing.key().application()), newest(filing.key().application()));
    }

    @Test
    void aChangeThatCommitsLaterThanYoungerOnesIsNotSkipped() throws Exception {
        FilingView late = Samples.ready(journal);
        sealed(NODE, 100);
        try (Connection writer = DataSources.plain(settings).getConnection();
                java.sql.Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("update chain set seq = seq + 1, unsealed_since = timestamp with time zone"
                    + " '2026-01-01 00:00:00+00' where arrival_number = '"
                    + late.key().application().digits() + "'");
            FilingView younger = Samples.ready(journal);
            assertEquals(1, sealed(NODE, 100));
            assertEquals(last(younger.key().application()), newest(younger.key().application()));
            writer.commit();
        }
        assertEquals(1, sealed(NODE, 100));
        assertEquals(
                last(late.key().application()).sequence() + 1,
                newest(late.key().application()).sequence());
    }

    @Test
    void whatWasGatheredBeforeAnotherSealedIsNotKept() throws Exception {
        release();
        FilingView filing = Samples.ready(journal);
        Gathered stale = journal.batches().gather(100);
        Samples.made(journal.filings(), Samples.change(filing, List.of(FilingEvent.PARK_ORDERED), List.of()));
        assertTrue(sealed(OTHER, 100) > 0);
        release();
        assertFalse(keep(journal.batches(), NODE, stale));
        assertEquals(last(filing.key().application()), newest(filing.key().application()));
    }

    @Test
    void nothingIsSkippedWhileManyWriteAndTwoSeal() throws Exception {
        List<FilingView> filings = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger writing = new AtomicInteger(14);
        Together.run(i -> {
            if (i >= 14) {
                while (writing.get() > 0) {
                    sealed(i == 14 ? NODE : OTHER, 7);
                    if (i == 14) {
                        release();
                    }
                }
            } else {
                for (int n = 0; n < 4; n++) {
                    FilingView filing = Samples.ready(n % 2 == 0 ? journal : otherNode);
                    filings.add(Samples.made(
                            journal.filings(), Samples.change(filing, List.of(FilingEvent.PARK_ORDERED), List.of())));
                }
                writing.decrementAndGet();
            }
            return true;
        });
        release();
        while (sealed(NODE, 1_000) > 0) {
            continue;
        }
        assertEquals(56, filings.size());
        for (FilingView filing : filings) {
            assertEquals(last(filing.key().application()), newest(filing.key().application()));
        }
        assertChained();
    }

    @Test
    void onlyWhoHasTheLeaseKeepsABatchAndOnlyBehindTheNewest() {
        Samples.ready(journal);
        BatchStore own = journal.batches();
        BatchStore other = otherNode.batches();
        Gathered gathered = own.gather(100);
        assertFalse(keep(own, NODE, gathered, false));
        assertTrue(own.lead(NODE, LEASE));
        assertFalse(other.lead(OTHER, LEASE));
        assertFalse(keep(other, OTHER, gathered, false));
        Batch first = batch(gathered);
        assertTrue(own.keep(NODE, first, gathered.heads()));
        assertFalse(own.keep(NODE, first, gathered.heads()));
        other.leave(OTHER);
        assertFalse(other.lead(OTHER, LEASE));
        own.leave(NODE);
        assertTrue(other.lead(OTHER, LEASE));
        assertFalse(own.lead(NODE, LEASE));
    }

    @Test
    void aTimestampComesOnceAndTheOldestWithoutOneIsFirst() {
        Samples.ready(journal);
        sealed(NODE, 100);
        Samples.ready(journal);
        sealed(NODE, 100);
        BatchStore batches = journal.batches();
        Batch oldest = batches.unstamped(1).get(0);
        Instant at = Instant.parse("2026-11-29T00:00:00Z");
        batches.stamp(oldest.number(), new Stamp(new byte[] {1}, at, Optional.of(Duration.ofMillis(1_500))));
        batches.stamp(oldest.number(), new Stamp(new byte[] {2}, at.plusSeconds(1), Optional.empty()));

        assertEquals(oldest.number() + 1, batches.unstamped(1).get(0).number());
        Stamp kept =
                batches.list(Optional.of(oldest.number() + 1), 1).get(0).stamp().orElseThrow();
        assertArrayEquals(new byte[] {1}, kept.token());
        assertEquals(at, kept.at());
        assertEquals(Optional.of(Duration.ofMillis(1_500)), kept.accuracy());
    }

    /** Through one lease, as the sealer does. @return how many leaves */
    private int sealed(UUID node, int most) {
        BatchStore batches = node.equals(NODE) ? journal.batches() : otherNode.batches();
        Gathered gathered = batches.gather(most);
        return !gathered.heads().isEmpty() && keep(batches, node, gathered)
                ? gathered.heads().size()
                : 0;
    }

    private static boolean keep(BatchStore batches, UUID node, Gathered gathered) {
        return keep(batches, node, gathered, true);
    }

    private static boolean keep(BatchStore batches, UUID node, Gathered gathered, boolean leading) {
        return (!leading || batches.lead(node, LEASE)) && batches.keep(node, batch(gathered), gathered.heads());
    }

    private static Batch batch(Gathered gathered) {
        Optional<Statement> newest = gathered.newest();
        Statement said = new Statement(
                newest.map(Statement::number).orElse(0L) + 1,
                MerkleTree.root(gathered.heads().stream().map(ChainHead::leaf).toList()),
                newest.map(Statement::root).orElse(Batch.START),
                gathered.heads().size(),
                gathered.at());
        return new Batch(said, "header.payload.value", Optional.empty());
    }

    /** The lease is over, as when its time has passed. */
    private void release() throws SQLException {
        TestDatabase.tamper(
                settings, "update sealer_lease set until = timestamp with time zone '1970-01-01 00:00:00+00'");
    }

    private ChainHead last(ArrivalNumber application) {
        List<JournalRow> rows = journal.applications().timeLine(application);
        JournalRow last = rows.get(rows.size() - 1);
        return new ChainHead(application, last.sequence(), last.digest());
    }

    private ChainHead newest(ArrivalNumber application) {
        Place place = journal.batches().newestOf(application).orElseThrow();
        assertEquals(
                place.head(), journal.batches().leaves(place.batch().number()).get(place.index()));
        return place.head();
    }

    private void assertChained() {
        Sha256 next = null;
        List<Batch> newestFirst = journal.batches().list(Optional.empty(), 1_000);
        for (Batch batch : newestFirst) {
            Statement said = batch.statement();
            List<ChainHead> leaves = journal.batches().leaves(said.number());
            assertEquals(said.leaves(), leaves.size());
            assertEquals(
                    said.root(),
                    MerkleTree.root(leaves.stream().map(ChainHead::leaf).toList()));
            assertTrue(next == null || next.equals(said.root()));
            next = said.previous();
        }
        assertEquals(newestFirst.size(), newestFirst.get(0).number());
        assertEquals(Batch.START, next);
    }
}
