package io.renkei.trust.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the latest results, up to a number. Safe for use by several threads. */
final class Bounded<K, V> {

    private final Map<K, V> latest;

    Bounded(int size) {
        this.latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > size;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(latest.get(key));
    }

    synchronized void put(K key, V value) {
        latest.put(key, value);
    }
}
