package io.renkei.delivery.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Which file has which channel: the one that named it first. Safe for use by several threads. */
@Component(service = DeliveryChannels.class)
public final class DeliveryChannels {

    private final List<Named> named = new ArrayList<>();

    private record Named(String channel, Object owner) {}

    /** Takes the place of what the owner named before. */
    synchronized void name(String channel, Object owner) {
        Named wanted = new Named(channel, owner);
        if (!named.contains(wanted)) {
            leave(owner);
            named.add(wanted);
        }
    }

    synchronized void leave(Object owner) {
        named.removeIf(each -> each.owner() == owner);
    }

    synchronized boolean isFirst(Object owner) {
        for (Named each : named) {
            if (each.owner() == owner) {
                return named.stream()
                        .filter(other -> other.channel().equals(each.channel()))
                        .findFirst()
                        .filter(first -> first.owner() == owner)
                        .isPresent();
            }
        }
        return false;
    }
}
