package io.renkei.delivery.internal;

import io.renkei.ports.outgoing.FirstNamed;
import org.osgi.service.component.annotations.Component;

/** Which file has which channel: the one that named it first. Safe for use by several threads. */
@Component(service = DeliveryChannels.class)
public final class DeliveryChannels {

    private final FirstNamed channels = new FirstNamed();

    void name(String channel, Object owner) {
        channels.name(channel, owner);
    }

    void leave(Object owner) {
        channels.leave(owner);
    }

    boolean isFirst(Object owner) {
        return channels.isFirst(owner);
    }
}
