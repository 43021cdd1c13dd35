package io.renkei.portal.internal;

import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.OutboxKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Rows in memory, marked by being taken off the list; safe for several threads. */
final class MemoryOutbox implements Outbox {

    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    final AtomicInteger drains = new AtomicInteger();
    /** How many further drains find a fault in the database. */
    final AtomicInteger faults = new AtomicInteger();

    private final AtomicLong ids = new AtomicLong();
    private final List<OutboxRow> rows = new ArrayList<>();

    long commit(OutboxKind kind, Object pointer) {
        return commit(kind, pointer, "");
    }

    long commit(OutboxKind kind, Object pointer, String destination) {
        OutboxRow row = new OutboxRow(ids.incrementAndGet(), kind, pointer.toString(), destination);
        synchronized (rows) {
            rows.add(row);
        }
        listeners.forEach(Runnable::run);
        return row.id();
    }

    @Override
    public int drain(Collection<OutboxKind> kinds, int limit, Consumer<List<OutboxRow>> send) {
        drains.incrementAndGet();
        if (faults.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
            throw new IllegalStateException("JOURNAL-013: the database refused a statement");
        }
        List<OutboxRow> claimed;
        synchronized (rows) {
            claimed = rows.stream()
                    .filter(row -> kinds.contains(row.kind()))
                    .limit(limit)
                    .toList();
        }
        if (!claimed.isEmpty()) {
            send.accept(claimed);
            synchronized (rows) {
                rows.removeAll(claimed);
            }
        }
        return claimed.size();
    }

    @Override
    public Listening onCommit(Runnable wakeUp) {
        listeners.add(wakeUp);
        return () -> listeners.remove(wakeUp);
    }

    @Override
    public long backlog() {
        synchronized (rows) {
            return rows.size();
        }
    }
}
