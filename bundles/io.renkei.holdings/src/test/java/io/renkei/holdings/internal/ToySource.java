package io.renkei.holdings.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.HoldingsSource;
import io.renkei.api.spi.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that holds one certificate, and answers when it is let. */
final class ToySource implements HoldingsSource {

    private final String site;
    private final Holding holding;
    private final byte[] document;
    private final CountDownLatch let;
    /** How often it cannot be told that something was opened, before it can. */
    final AtomicInteger deaf = new AtomicInteger();

    private final Set<String> read = ConcurrentHashMap.newKeySet();

    ToySource(String site, String kind, int year, byte[] document, CountDownLatch let) {
        this.site = site;
        this.holding = new Holding("toy-1", "toy", kind, year, "証明書", Instant.EPOCH, false);
        this.document = document;
        this.let = let;
    }

    private void await() {
        try {
            let.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public DestinationId destination() {
        return new DestinationId("private-delivery.toy");
    }

    @Override
    public Health probe() {
        return Health.UP;
    }

    @Override
    public String site() {
        return site;
    }

    @Override
    public List<Sender> senders(String subject) {
        await();
        return List.of(new Sender("toy", "試験", true));
    }

    @Override
    public boolean pick(String subject, String sender, boolean picked) {
        await();
        return true;
    }

    @Override
    public Page holdings(String subject, Optional<String> cursor) {
        await();
        return new Page(List.of(holding), Optional.empty());
    }

    @Override
    public Optional<InputStream> fetch(String subject, String id) {
        await();
        return Optional.of(new ByteArrayInputStream(document));
    }

    @Override
    public boolean markRead(String subject, String id, Instant opened) throws TransientFailure {
        if (deaf.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new TransientFailure("TOY-001", null);
        }
        return read.add(id);
    }

    Set<String> read() {
        return Set.copyOf(read);
    }
}
