package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<LaneReader, Thread> readers = new LinkedHashMap<>();
    private int started;
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

    /** A message may be there: all readers are there for it, those too that ended in a lull while others stayed. */
    synchronized void wake() {
        called = true;
        while (readers.size() < concurrency && !closed) {
            LaneReader reader = new LaneReader(connections, lane, delivery, idle, this::mayEnd);
            Thread thread = new Thread(() -> run(reader), lane.queue() + "-" + (started++ % concurrency + 1));
            thread.setDaemon(true);
            readers.put(reader, thread);
            thread.start();
        }
    }

    private void run(LaneReader reader) {
        try {
            reader.run();
        } finally {
            ended(reader);
        }
    }

    /** Asked by a reader to which nothing came: not if somebody called meanwhile. */
    private synchronized boolean mayEnd() {
        boolean may = !called;
        called = false;
        return may;
    }

    private synchronized void ended(LaneReader reader) {
        readers.remove(reader);
        if (isQuiet()) {
            quiet.watch(this);
        }
    }

    synchronized boolean isQuiet() {
        return readers.isEmpty() && !closed;
    }

    @Override
    public synchronized void stop() {
        closed = true;
        readers.keySet().forEach(LaneReader::stop);
    }

    @Override
    public void close() {
        List<Thread> open;
        synchronized (this) {
            stop();
            open = List.copyOf(readers.values());
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
