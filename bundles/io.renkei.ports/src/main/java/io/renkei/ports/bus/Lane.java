package io.renkei.ports.bus;

import io.renkei.api.model.DestinationId;
import java.util.Objects;

/**
 * A durable queue of pointers.
 *
 * @param queue its name at the broker
 */
public record Lane(String queue) {

    /** Accepted applications on their way to the fan-out. */
    public static final Lane FANOUT = new Lane("renkei.fanout");

    /** Received notices on their way to their verdict. */
    public static final Lane NOTICES = new Lane("renkei.notices");

    /** Accepted announcements on their way into inboxes. */
    public static final Lane ANNOUNCEMENTS = new Lane("renkei.announcements");

    public Lane {
        Objects.requireNonNull(queue, "queue");
        if (!queue.matches("renkei\\.[a-z0-9.A-Z-]{1,100}")) {
            throw new IllegalArgumentException("a queue of the gateway is named renkei.…");
        }
    }

    /** The queue of a destination; it exists and waits even while no connector for it is installed. */
    public static Lane of(DestinationId destination) {
        return new Lane("renkei.dispatch." + destination.value());
    }
}
