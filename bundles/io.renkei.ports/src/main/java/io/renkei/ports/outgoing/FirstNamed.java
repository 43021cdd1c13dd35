package io.renkei.ports.outgoing;

import java.util.ArrayList;
import java.util.List;

/** Which of several files has a name that only one may have: the one that named it first. Safe for use by several threads. */
public final class FirstNamed {

    private final List<Named> named = new ArrayList<>();

    private record Named(String name, Object owner) {}

    /** Takes the place of what the owner named before. */
    public synchronized void name(String name, Object owner) {
        Named wanted = new Named(name, owner);
        if (!named.contains(wanted)) {
            leave(owner);
            named.add(wanted);
        }
    }

    public synchronized void leave(Object owner) {
        named.removeIf(each -> each.owner() == owner);
    }

    public synchronized boolean isFirst(Object owner) {
        for (Named each : named) {
            if (each.owner() == owner) {
                return named.stream()
                        .filter(other -> other.name().equals(each.name()))
                        .findFirst()
                        .filter(first -> first.owner() == owner)
                        .isPresent();
            }
        }
        return false;
    }
}
