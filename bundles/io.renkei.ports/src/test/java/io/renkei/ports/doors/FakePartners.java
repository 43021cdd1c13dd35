package io.renkei.ports.doors;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Partners;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Partners in a map, with bounds that a test sets. */
public final class FakePartners implements Partners {

    public final Map<X509Certificate, Caller> known = new ConcurrentHashMap<>();
    public final Set<PartnerId> portals = ConcurrentHashMap.newKeySet();
    public final AtomicInteger places = new AtomicInteger();
    public volatile Optional<Entry> refusal = Optional.empty();
    public volatile OptionalLong announced = OptionalLong.empty();
    public volatile long room = Long.MAX_VALUE;

    @Override
    public Optional<Caller> identify(X509Certificate certificate) {
        return Optional.ofNullable(known.get(certificate));
    }

    @Override
    public Optional<PartnerId> portal(Optional<PartnerId> named) {
        return named.isEmpty() && portals.size() > 1
                ? Optional.empty()
                : portals.stream()
                        .filter(portal -> named.isEmpty() || named.get().equals(portal))
                        .findFirst();
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
