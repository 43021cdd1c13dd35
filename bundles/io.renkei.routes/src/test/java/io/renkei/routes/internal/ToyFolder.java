package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.NoticeFolder;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A folder in memory. */
final class ToyFolder implements NoticeFolder {

    final Map<Left, byte[]> documents = new ConcurrentHashMap<>();
    final Map<Left, Receipt> settled = new ConcurrentHashMap<>();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger visits = new AtomicInteger();
    final AtomicInteger openVisits = new AtomicInteger();
    volatile String immovable = "";
    volatile String unreadable = "";
    volatile Exception failure;

    @Override
    public DestinationId destination() {
        return ToyConnector.HELLO_WORK;
    }

    @Override
    public Health probe() {
        return Health.UP;
    }

    @Override
    public Visiting visiting() {
        return new Visiting(Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    @Override
    public Visit visit() throws TransientFailure, PermanentFailure {
        visits.incrementAndGet();
        if (failure instanceof TransientFailure now) {
            throw now;
        } else if (failure instanceof PermanentFailure now) {
            throw now;
        }
        openVisits.incrementAndGet();
        return new ToyVisit();
    }

    private final class ToyVisit implements Visit {

        @Override
        public List<Left> left() {
            List<Left> left = new ArrayList<>(documents.keySet());
            left.removeAll(settled.keySet());
            return left;
        }

        @Override
        public InputStream read(Left document) throws IOException {
            if (document.name().equals(unreadable)) {
                throw new IOException("it changed");
            }
            reads.incrementAndGet();
            return new ByteArrayInputStream(documents.get(document));
        }

        @Override
        public void acknowledge(Left document, Receipt receipt) throws TransientFailure {
            if (document.name().equals(immovable)) {
                throw new TransientFailure("TOY-005", null);
            }
            settled.put(document, receipt);
        }

        @Override
        public void close() {
            openVisits.decrementAndGet();
        }
    }
}
