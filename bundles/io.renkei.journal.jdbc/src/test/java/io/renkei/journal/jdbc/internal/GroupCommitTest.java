package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {

    private static final long NOT_YET_MILLIS = 50;

    private final Semaphore mayWrite = new Semaphore(0);
    private final Semaphore began = new Semaphore(0);
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean diskFails;
    private volatile boolean isClosed;
    private final GroupCommit commits = GroupCommit.start(new GroupCommit.Store() {
        @Override
        public void write() throws SQLException {
            began.release();
            mayWrite.acquireUninterruptibly();
            if (diskFails) {
                throw new SQLException("the disk is full", "58030");
            }
            writes.incrementAndGet();
        }

        @Override
        public void tidy() {
            // Nothing is there to be tidied.
        }

        @Override
        public void close() {
            isClosed = true;
        }
    });
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        mayWrite.release(1_000);
        commits.close();
        others.shutdownNow();
        assertTrue(isClosed);
    }

    private Future<Boolean> committed(Durability.Transaction transaction) {
        return others.submit(() -> {
            try (transaction) {
                transaction.commits();
                transaction.awaitCommitted();
                return true;
            }
        });
    }

    private Future<Boolean> committed() {
        return committed(commits.begin());
    }

    private static void assertWaits(Future<?> future) {
        assertThrows(TimeoutException.class, () -> future.get(NOT_YET_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Test
    void isDurableOnlyByAWriteThatBeganAfterTheCommit() throws Exception {
        Future<Boolean> first = committed();
        began.acquire();
        Future<Boolean> second = committed();

        assertWaits(first);
        mayWrite.release();
        assertTrue(first.get());
        began.acquire();
        assertWaits(second);
        mayWrite.release();
        assertTrue(second.get());
        assertEquals(2, writes.get());
    }

    @Test
    void writesOnceForAllThatWait() throws Exception {
        Future<Boolean> first = committed();
        began.acquire();
        List<Future<Boolean>> more = new ArrayList<>();
        CountDownLatch allIn = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            Durability.Transaction transaction = commits.begin();
            more.add(others.submit(() -> {
                transaction.commits();
                allIn.countDown();
                transaction.awaitCommitted();
                return true;
            }));
        }
        allIn.await();
        more.forEach(GroupCommitTest::assertWaits);
        mayWrite.release(2);

        assertTrue(first.get());
        for (Future<Boolean> each : more) {
            assertTrue(each.get());
        }
        assertEquals(2, writes.get());
    }

    @Test
    void tellsNobodyWhatWasSeenBeforeItIsDurable() throws Exception {
        try (Durability.Transaction writer = commits.begin();
                Durability.Transaction reader = commits.begin()) {
            reader.awaitSeen();
            assertEquals(0, writes.get(), "nothing was there to be seen");

            writer.commits();
            Future<?> seen = others.submit(() -> {
                reader.awaitSeen();
                return null;
            });
            began.acquire();
            assertWaits(seen);
            mayWrite.release();
            seen.get();
        }
    }

    @Test
    void waitsForNothingAfterATransactionThatWasUndone() throws Exception {
        try (Durability.Transaction undone = commits.begin()) {
            undone.commits();
        }
        try (Durability.Transaction reader = commits.begin()) {
            reader.awaitSeen();
        }
        assertEquals(0, writes.get());
    }

    @Test
    void failsAllThatBeganBeforeAWriteFailed() throws Exception {
        Durability.Transaction slow = commits.begin();
        diskFails = true;
        Future<Boolean> first = committed();
        began.acquire();
        Future<Boolean> second = committed();
        assertWaits(second);
        mayWrite.release();

        assertThrows(Exception.class, first::get);
        assertThrows(Exception.class, second::get);
        diskFails = false;
        mayWrite.release(10);
        SQLException lost = assertThrows(SQLException.class, () -> {
            slow.commits();
            slow.awaitCommitted();
        });
        assertTrue(Faults.isGone(lost));
        slow.close();
        assertTrue(committed().get(), "who begins afterwards is written");
    }

    @Test
    void tellsWhoWaitsWhenItIsClosed() throws Exception {
        Future<Boolean> first = committed();
        began.acquire();
        Future<?> closing = others.submit(commits::close);
        assertThrows(Exception.class, first::get);
        mayWrite.release();
        closing.get();
        assertThrows(Exception.class, () -> committed().get());
    }

    @Test
    void anInterruptDoesNotEndTheWait() throws Exception {
        Future<Boolean> first = committed();
        began.acquire();
        CountDownLatch interrupted = new CountDownLatch(1);
        Durability.Transaction transaction = commits.begin();
        Future<Boolean> second = others.submit(() -> {
            Thread.currentThread().interrupt();
            interrupted.countDown();
            transaction.commits();
            transaction.awaitCommitted();
            return Thread.interrupted();
        });
        interrupted.await();
        assertWaits(second);
        mayWrite.release(2);
        assertTrue(first.get());
        assertTrue(second.get(), "and stays to be seen");
    }
}
