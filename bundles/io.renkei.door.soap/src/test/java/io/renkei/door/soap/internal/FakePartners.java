package io.renkei.door.soap.internal;

import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Partners;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Partners in a map, with bounds that a test sets. */
final class FakePartners implements Partners {

    final Map<X509Certificate, Caller> known = new ConcurrentHashMap<>();
    final AtomicInteger places = new AtomicInteger();
    volatile Optional<Entry> refusal = Optional.empty();
    volatile OptionalLong announced = OptionalLong.empty();
    volatile long room = Long.MAX_VALUE;

    @Override
    public Optional<Caller> identify(X509Certificate certificate) {
        return Optional.ofNullable(known.get(certificate));
    }

    @Override
    public Entry enter(Caller caller, OptionalLong announcedBytes) {
        announced = announcedBytes;
        if (refusal.isPresent()) {
            return refusal.get();
        }
        places.incrementAndGet();
        return new Entry.Place() {
            @Override
            public boolean roomFor(long bodyBytes) {
                return bodyBytes <= room;
            }

            @Override
            public void close() {
                places.decrementAndGet();
            }
        };
    }
}
