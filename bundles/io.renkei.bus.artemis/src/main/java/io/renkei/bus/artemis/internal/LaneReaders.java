package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The readers of one lane: a thread and a session each, since a session serves one thread. */
final class LaneReaders implements Bus.Subscription {

    private final List<LaneReader> readers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Consumer<LaneReaders> whenClosed;

    LaneReaders(
            Connections connections, Lane lane, int concurrency, Delivery delivery, Consumer<LaneReaders> whenClosed) {
        this.whenClosed = whenClosed;
        for (int i = 1; i <= concurrency; i++) {
            LaneReader reader = new LaneReader(connections, lane, delivery);
            Thread thread = new Thread(reader, lane.queue() + "-" + i);
            thread.setDaemon(true);
            readers.add(reader);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void close() {
        readers.forEach(LaneReader::stop);
        boolean interrupted = false;
        for (Thread thread : threads) {
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
