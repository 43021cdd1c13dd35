package io.renkei.routes.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Queues in memory that keep the contract of the bus. */
final class MemoryBus implements Bus {

    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(MemoryBus.class);

    final AtomicInteger givenBack = new AtomicInteger();
    private final Map<Lane, BlockingQueue<Pointer>> queues = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    BlockingQueue<Pointer> queue(Lane lane) {
        return queues.computeIfAbsent(lane, name -> new LinkedBlockingQueue<>());
    }

    void put(Lane lane, String key) {
        queue(lane).add(new Pointer(ids.incrementAndGet(), key));
    }

    @Override
    public void send(Lane lane, List<Pointer> pointers) {
        queue(lane).addAll(pointers);
    }

    @Override
    public Subscription subscribe(Lane lane, int concurrency, Handler handler) {
        return new Readers(queue(lane), concurrency, handler);
    }

    @Override
    public long deadLetters() {
        return 0;
    }

    private final class Readers implements Subscription {

        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean closing;

        private Readers(BlockingQueue<Pointer> queue, int concurrency, Handler handler) {
            for (int i = 0; i < concurrency; i++) {
                Thread thread = new Thread(() -> read(queue, handler), "reader");
                threads.add(thread);
                thread.start();
            }
        }

        private void read(BlockingQueue<Pointer> queue, Handler handler) {
            while (!closing) {
                try {
                    Pointer pointer = queue.poll(10, TimeUnit.MILLISECONDS);
                    if (pointer != null && closing) {
                        // As a broker does it: what had come when the reader was stopped stays in the queue.
                        queue.add(pointer);
                    } else if (pointer != null) {
                        take(queue, handler, pointer);
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void take(BlockingQueue<Pointer> queue, Handler handler, Pointer pointer) {
            try {
                handler.handle(pointer);
            } catch (Exception e) {
                if (givenBack.incrementAndGet() < 10) {
                    LOG.warn("given back", e);
                }
                queue.add(pointer);
            }
        }

        @Override
        public void stop() {
            closing = true;
        }

        @Override
        public void close() {
            stop();
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
