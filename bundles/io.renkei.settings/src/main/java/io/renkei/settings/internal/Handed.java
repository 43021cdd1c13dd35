package io.renkei.settings.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the component of each configuration was handed last, secrets filled in. Safe for use by several threads. */
final class Handed {

    private final Map<Pid, Map<String, Object>> all = new ConcurrentHashMap<>();

    /** A component asked and got this. */
    void put(Pid pid, Map<String, Object> properties) {
        all.put(pid, Map.copyOf(properties));
    }

    /** A component that asked before anybody looked got what stands there now. */
    void assume(Pid pid, Map<String, Object> properties) {
        all.putIfAbsent(pid, Map.copyOf(properties));
    }

    /** Whether a component that asks now gets what it has. */
    boolean isSame(Pid pid, Map<String, Object> properties) {
        return properties.equals(all.get(pid));
    }

    void forget(Pid pid) {
        all.remove(pid);
    }
}
