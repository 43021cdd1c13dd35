package io.renkei.ports.evidence;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.evidence.Batch.Stamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Batches in memory, and ends of chains that a test names. */
public final class MemoryBatches implements BatchStore {

    private record Kept(Batch batch, List<ChainHead> leaves) {}

    private record Since(ChainHead head, Instant at) {}

    private final Clock clock;
    private final Map<ArrivalNumber, Since> waiting = new LinkedHashMap<>();
    private final List<Kept> batches = new ArrayList<>();
    private UUID leader = new UUID(0, 0);
    private Instant until = Instant.MIN;

    public MemoryBatches(Clock clock) {
        this.clock = clock;
    }

    /** The end of a chain moved. */
    public synchronized void moved(ChainHead head) {
        Instant since = waiting.containsKey(head.application())
                ? waiting.get(head.application()).at()
                : clock.instant();
        waiting.put(head.application(), new Since(head, since));
    }

    @Override
    public synchronized boolean lead(UUID node, Duration lease) {
        if (!leader.equals(node) && until.isAfter(clock.instant())) {
            return false;
        }
        leader = node;
        until = clock.instant().plus(lease);
        return true;
    }

    @Override
    public synchronized void leave(UUID node) {
        if (leader.equals(node)) {
            until = Instant.MIN;
        }
    }

    @Override
    public synchronized Waiting waiting(int many) {
        return new Waiting(
                waiting.values().stream().map(Since::at).min(Instant::compareTo),
                waiting.size() >= many,
                clock.instant());
    }

    @Override
    public synchronized Gathered gather(int most) {
        return new Gathered(
                newest().map(Batch::statement),
                waiting.values().stream().limit(most).map(Since::head).toList(),
                clock.instant());
    }

    /** The last one. */
    public synchronized Optional<Batch> newest() {
        return list(Optional.empty(), 1).stream().findFirst();
    }

    @Override
    public synchronized boolean keep(UUID node, Batch batch, List<ChainHead> leaves) {
        if (!leader.equals(node) || !until.isAfter(clock.instant()) || batch.number() != batches.size() + 1) {
            return false;
        }
        batches.add(new Kept(batch, List.copyOf(leaves)));
        waiting.values().removeIf(since -> leaves.contains(since.head()));
        return true;
    }

    @Override
    public synchronized List<Batch> unstamped(int limit) {
        return batches.stream()
                .map(Kept::batch)
                .filter(batch -> batch.stamp().isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void stamp(long number, Stamp stamp) {
        int index = (int) number - 1;
        Kept kept = batches.get(index);
        if (kept.batch().stamp().isEmpty()) {
            batches.set(
                    index,
                    new Kept(
                            new Batch(kept.batch().statement(), kept.batch().seal(), Optional.of(stamp)),
                            kept.leaves()));
        }
    }

    @Override
    public synchronized Optional<Place> newestOf(ArrivalNumber application) {
        for (int i = batches.size() - 1; i >= 0; i--) {
            List<ChainHead> leaves = batches.get(i).leaves();
            for (int index = 0; index < leaves.size(); index++) {
                if (leaves.get(index).application().equals(application)) {
                    return Optional.of(new Place(batches.get(i).batch(), index, leaves.get(index)));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized List<ChainHead> leaves(long number) {
        return number < 1 || number > batches.size()
                ? List.of()
                : batches.get((int) number - 1).leaves();
    }

    @Override
    public synchronized List<Batch> list(Optional<Long> before, int limit) {
        List<Batch> newestFirst = new ArrayList<>();
        for (int i = batches.size() - 1; i >= 0 && newestFirst.size() < limit; i--) {
            if (before.isEmpty() || batches.get(i).batch().number() < before.get()) {
                newestFirst.add(batches.get(i).batch());
            }
        }
        return newestFirst;
    }
}
