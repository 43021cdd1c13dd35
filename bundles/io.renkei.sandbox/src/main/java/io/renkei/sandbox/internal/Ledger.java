package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * What was submitted, as JSON lines that are only ever appended. When {@link #append} returns, the line is on the disk
 * (writers at the same time share one sync). Opened again after a kill, a torn last line is cut off and all before it is
 * known. Safe for use by several threads; one process at a time.
 */
final class Ledger implements AutoCloseable {

    /** The kind of entry for which a second one of the same destination and filing counts as doubled. */
    static final String SUBMISSION = "submission";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader LINES = JSON.readerFor(Line.class);

    private final Clock clock;
    private final FileChannel file;
    private final Object syncing = new Object();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byFiling = new HashMap<>();
    private final Map<String, Entry> byRemoteId = new HashMap<>();
    private final Map<String, Map<String, Entry>> last = new HashMap<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    private long number;
    private long synced;

    /**
     * One line.
     *
     * @param number grows by one with each line
     * @param filing the gateway's key of the filing, or another subject where the kind has none
     * @param kind {@code submission}, or what else a simulator keeps
     * @param remoteId the simulator's own number for it
     * @param digest of what was taken, in hexadecimal
     * @param doubled whether it repeats an earlier one
     * @param details what the simulator needs again
     */
    record Entry(
            long number,
            Instant at,
            String destination,
            String filing,
            String kind,
            String remoteId,
            String digest,
            boolean doubled,
            Map<String, String> details) {}

    /** Counts of one destination. */
    record Count(long submissions, long distinct, long doubled, Map<String, Long> kinds) {}

    private record Line(
            long number,
            String at,
            String destination,
            String filing,
            String kind,
            String remoteId,
            String digest,
            boolean doubled,
            Map<String, String> details) {}

    private Ledger(FileChannel file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Opens {@code ledger.jsonl} in the directory, which is made if it is not there. */
    static Ledger open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.resolve("ledger.jsonl");
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Ledger ledger = new Ledger(file, clock);
        ledger.reread(Files.readAllBytes(path));
        return ledger;
    }

    /** Keeps a submission or another entry; the simulator's number is made from the number of the line. */
    Entry append(
            String destination,
            String filing,
            String kind,
            LongFunction<String> remoteId,
            String digest,
            Map<String, String> details) {
        Entry entry;
        synchronized (entries) {
            boolean doubled = kind.equals(SUBMISSION) && byFiling.containsKey(key(destination, filing, kind));
            entry = new Entry(
                    number + 1,
                    clock.instant(),
                    destination,
                    filing,
                    kind,
                    remoteId.apply(number + 1),
                    digest,
                    doubled,
                    Map.copyOf(details));
            write(entry);
            remember(entry);
        }
        sync(entry.number());
        listeners.forEach(listener -> listener.accept(entry));
        return entry;
    }

    /** Tells of each entry from now on, after it is on the disk; what the listener does has to be quick. */
    void listen(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    /** The first entry of that kind about a filing at a destination. */
    Optional<Entry> first(String destination, String filing, String kind) {
        synchronized (entries) {
            return Optional.ofNullable(byFiling.get(key(destination, filing, kind)));
        }
    }

    /** The last entry of each kind about a filing at a destination. */
    Map<String, Entry> last(String destination, String filing) {
        synchronized (entries) {
            return Map.copyOf(last.getOrDefault(destination + ' ' + filing, Map.of()));
        }
    }

    /** The first entry of that kind under the simulator's own number. */
    Optional<Entry> byRemoteId(String destination, String remoteId, String kind) {
        synchronized (entries) {
            return Optional.ofNullable(byRemoteId.get(key(destination, remoteId, kind)));
        }
    }

    /** Whether a document of that number was issued for the filing by {@link DocumentOrders}. */
    boolean isIssued(String destination, String filing, String number) {
        return byRemoteId(destination, number, DocumentOrders.ISSUED)
                .filter(document -> document.filing().equals(filing))
                .isPresent();
    }

    /** All entries after a line, oldest first; 0 for all. */
    List<Entry> after(long line) {
        synchronized (entries) {
            int from = (int) Math.min(Math.max(line, 0), entries.size());
            return List.copyOf(entries.subList(from, entries.size()));
        }
    }

    /** By destination. */
    Map<String, Count> statistics() {
        Map<String, Count> counts = new TreeMap<>();
        for (Entry entry : after(0)) {
            counts.merge(entry.destination(), count(entry), Ledger::sum);
        }
        return counts;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void reread(byte[] bytes) throws IOException {
        int start = 0;
        for (int end = next(bytes, 0); end >= 0; end = next(bytes, start)) {
            Line line = LINES.readValue(bytes, start, end - start);
            remember(new Entry(
                    line.number,
                    Instant.parse(line.at),
                    line.destination,
                    line.filing,
                    line.kind,
                    line.remoteId,
                    line.digest,
                    line.doubled,
                    line.details));
            start = end + 1;
        }
        file.truncate(start);
        file.position(start);
        synced = number;
    }

    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void remember(Entry entry) {
        number = entry.number();
        entries.add(entry);
        byFiling.putIfAbsent(key(entry.destination(), entry.filing(), entry.kind()), entry);
        byRemoteId.putIfAbsent(key(entry.destination(), entry.remoteId(), entry.kind()), entry);
        last.computeIfAbsent(entry.destination() + ' ' + entry.filing(), filing -> new HashMap<>())
                .put(entry.kind(), entry);
    }

    private void write(Entry e) {
        try {
            byte[] json = JSON.writeValueAsBytes(new Line(
                    e.number(),
                    e.at().toString(),
                    e.destination(),
                    e.filing(),
                    e.kind(),
                    e.remoteId(),
                    e.digest(),
                    e.doubled(),
                    e.details()));
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException("the ledger cannot be written; look at its disk", ex);
        }
    }

    private void sync(long mine) {
        synchronized (syncing) {
            if (synced >= mine) {
                return;
            }
            long upTo;
            synchronized (entries) {
                upTo = number;
            }
            try {
                file.force(false);
            } catch (IOException ex) {
                throw new UncheckedIOException("the ledger cannot be synced; look at its disk", ex);
            }
            synced = upTo;
        }
    }

    private static Count count(Entry entry) {
        boolean submission = entry.kind().equals(SUBMISSION);
        return new Count(
                submission ? 1 : 0,
                submission && !entry.doubled() ? 1 : 0,
                entry.doubled() ? 1 : 0,
                Map.of(entry.kind(), 1L));
    }

    private static Count sum(Count a, Count b) {
        Map<String, Long> kinds = new TreeMap<>(a.kinds());
        b.kinds().forEach((kind, n) -> kinds.merge(kind, n, Long::sum));
        return new Count(
                a.submissions() + b.submissions(), a.distinct() + b.distinct(), a.doubled() + b.doubled(), kinds);
    }

    private static String key(String destination, String name, String kind) {
        return destination + ' ' + kind + ' ' + name;
    }
}
