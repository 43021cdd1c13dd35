package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The readers of one lane: a thread and a session each, since a session serves one thread. They are there while messages
 * come. After a time without one they end, and {@link QuietLanes} looks whether something came: of a thousand
 * destinations few have a filing under way.
 */
final class LaneReaders implements Bus.Subscription {

    private final Connections connections;
    private final Lane lane;
    private final int concurrency;
    private final Delivery delivery;
    private final Duration idle;
    private final QuietLanes quiet;
    private final Consumer<LaneReaders> whenClosed;
    private final List<LaneReader> readers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int alive;
    private boolean called;
    private boolean closed;

    /** @param idle after this time without a message a reader ends */
    LaneReaders(
            Connections connections,
            Lane lane,
            int concurrency,
            Delivery delivery,
            Duration idle,
            QuietLanes quiet,
            Consumer<LaneReaders> whenClosed) {
        this.connections = connections;
        this.lane = lane;
        this.concurrency = concurrency;
        this.delivery = delivery;
        this.idle = idle;
        this.quiet = quiet;
        this.whenClosed = whenClosed;
    }

    Lane lane() {
        return lane;
    }

    void start() {
        quiet.watch(this);
    }

    /** A message may be there. */
    synchronized void wake() {
        called = true;
        if (alive == 0 && !closed) {
            readers.clear();
            threads.clear();
            for (int i = 1; i <= concurrency; i++) {
                LaneReader reader = new LaneReader(connections, lane, delivery, idle, this::mayEnd);
                Thread thread = new Thread(() -> run(reader), lane.queue() + "-" + i);
                thread.setDaemon(true);
                readers.add(reader);
                threads.add(thread);
                alive++;
            }
            threads.forEach(Thread::start);
        }
    }

    private void run(LaneReader reader) {
        try {
            reader.run();
        } finally {
            ended();
        }
    }

    /** Asked by a reader to which nothing came: not if somebody called meanwhile. */
    private synchronized boolean mayEnd() {
        boolean may = !called;
        called = false;
        return may;
    }

    private synchronized void ended() {
        alive--;
        if (alive == 0 && !closed) {
            quiet.watch(this);
        }
    }

    synchronized boolean isQuiet() {
        return alive == 0 && !closed;
    }

    @Override
    public void close() {
        List<Thread> open;
        synchronized (this) {
            closed = true;
            readers.forEach(LaneReader::stop);
            open = List.copyOf(threads);
        }
        boolean interrupted = false;
        for (Thread thread : open) {
            while (thread.isAlive() && thread != Thread.currentThread()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        whenClosed.accept(this);
    }
}
