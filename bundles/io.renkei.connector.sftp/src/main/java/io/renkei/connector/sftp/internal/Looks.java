package io.renkei.connector.sftp.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Since when each file has been the same. In memory: after a start each is looked at anew. It knows no more files than the
 * last look did. Safe for use by several threads.
 */
final class Looks {

    private final Duration settle;
    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new HashMap<>();

    /** @param looks how often it was seen like this */
    private record Seen(String version, long since, int looks) {}

    /**
     * @param settle how long a file has to be the same
     * @param nanos of a clock that only goes on
     */
    Looks(Duration settle, LongSupplier nanos) {
        this.settle = settle;
        this.nanos = nanos;
    }

    /** These files are there now, and no others. */
    synchronized void see(Collection<Entry> now) {
        long time = nanos.getAsLong();
        Set<String> names = new HashSet<>();
        for (Entry entry : now) {
            names.add(entry.name());
            seen.merge(
                    entry.name(),
                    new Seen(entry.version(), time, 1),
                    (before, first) -> before.version().equals(first.version())
                            ? new Seen(before.version(), before.since(), 2)
                            : first);
        }
        seen.keySet().retainAll(names);
    }

    /** Whether at least two looks found it as it is now, so far apart that nobody writes it any more. */
    synchronized boolean isSettled(Entry entry) {
        Seen known = seen.get(entry.name());
        return known != null
                && known.looks() > 1
                && known.version().equals(entry.version())
                && nanos.getAsLong() - known.since() >= settle.toNanos();
    }
}
