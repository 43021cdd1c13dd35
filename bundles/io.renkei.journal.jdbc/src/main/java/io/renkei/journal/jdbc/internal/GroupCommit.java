package io.renkei.journal.jdbc.internal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One write to disk for all transactions that wait for one. A transaction is first committed in memory, where others see
 * it, and is told to its caller only when a write that began later has ended; so is one that only read, since it may have
 * seen what is not on disk yet. After a write the writer rests for as long as it took: under load a write takes more
 * along, and costs at most half a processor.
 *
 * <p>When a write fails, every transaction that began before fails with it: what it left in memory is lost when the
 * database is opened again.
 */
final class GroupCommit implements Durability {

    /** What is written; used by one thread, which nobody interrupts. */
    interface Store {

        /** Writes all that is committed in memory, and returns when it is on disk. */
        void write() throws SQLException;

        /** Makes a little of the space reusable that nothing needs any more. */
        void tidy();

        void close();
    }

    private static final long SHORTEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long BETWEEN_TIDIES_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Store store;
    private final Thread thread = new Thread(this::run, "renkei.journal.writer");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition ended = lock.newCondition();

    // Guarded by lock.
    private long failures;
    private SQLException failure;
    private int committing;
    private long asked;
    private long written;
    private boolean closed;

    private GroupCommit(Store store) {
        this.store = store;
        thread.setDaemon(true);
    }

    static GroupCommit start(Store store) {
        GroupCommit commits = new GroupCommit(store);
        commits.thread.start();
        return commits;
    }

    @Override
    public Transaction begin() {
        lock.lock();
        try {
            return new Waiting(failures);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            long writeFrom = System.nanoTime();
            long tidyAt = writeFrom + BETWEEN_TIDIES_NANOS;
            while (waitForWork(writeFrom, tidyAt)) {
                long began = System.nanoTime();
                write();
                long ended = System.nanoTime();
                writeFrom = ended + Math.max(SHORTEST_REST_NANOS, Math.min(ended - began, LONGEST_REST_NANOS));
                if (began - tidyAt >= 0) {
                    store.tidy();
                    tidyAt = System.nanoTime() + BETWEEN_TIDIES_NANOS;
                }
            }
        } finally {
            // Should it end by a defect, nobody waits for ever.
            end();
            store.close();
        }
    }

    /**
     * Returns when something is to be written, or it is time to tidy.
     *
     * @return false when closed
     */
    private boolean waitForWork(long writeFrom, long tidyAt) {
        lock.lock();
        try {
            long now = System.nanoTime();
            while (!closed && now - tidyAt < 0 && (asked == written || now - writeFrom < 0)) {
                work.awaitNanos((asked == written ? tidyAt : writeFrom) - now);
                now = System.nanoTime();
            }
            return !closed;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody else knows this thread", e);
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        long all;
        lock.lock();
        try {
            all = asked;
            if (all == written) {
                return;
            }
        } finally {
            lock.unlock();
        }
        Optional<SQLException> failed = Optional.empty();
        try {
            store.write();
        } catch (SQLException e) {
            failed = Optional.of(e);
        }
        lock.lock();
        try {
            if (failed.isPresent()) {
                failures++;
                failure = failed.get();
                written = asked;
            } else {
                written = all;
            }
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            closed = true;
            work.signal();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Who still waits is told that the database failed. */
    @Override
    public void close() {
        end();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One transaction, used by one thread. */
    private final class Waiting implements Transaction {

        private final long failuresBefore;
        private boolean isCommitting;

        private Waiting(long failuresBefore) {
            this.failuresBefore = failuresBefore;
        }

        @Override
        public void commits() {
            lock.lock();
            try {
                isCommitting = true;
                committing++;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void awaitSeen() throws SQLException {
            lock.lock();
            try {
                if (committing > 0 || asked != written) {
                    await(ask());
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void awaitCommitted() throws SQLException {
            lock.lock();
            try {
                long mine = ask();
                ended();
                await(mine);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                ended();
            } finally {
                lock.unlock();
            }
        }

        private void ended() {
            if (isCommitting) {
                isCommitting = false;
                committing--;
            }
        }

        private long ask() {
            if (asked == written) {
                work.signal();
            }
            return ++asked;
        }

        private void await(long mine) throws SQLException {
            while (failures == failuresBefore && !closed && written < mine) {
                ended.awaitUninterruptibly();
            }
            if (failures != failuresBefore || written < mine) {
                throw new SQLException("the database failed before the transaction was written", Faults.LOST, failure);
            }
        }
    }
}
