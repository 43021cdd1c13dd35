package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Lane;

/**
 * The lane of one destination, as its connector sees it.
 *
 * @param generation 1, or more beside lanes of the same instance that still end
 */
record DestinationLane(String connectorId, DestinationId destination, int generation) implements Lane {

    DestinationLane(String connectorId, DestinationId destination) {
        this(connectorId, destination, 1);
    }

    /** The one to be tried when this one is taken. */
    DestinationLane next() {
        return new DestinationLane(connectorId, destination, generation + 1);
    }

    @Override
    public String uri() {
        return "direct:" + name();
    }

    @Override
    public String routePrefix() {
        return connectorId + "." + destination.value() + suffix();
    }

    /** Of its threads. */
    String name() {
        return "lane." + destination.value() + suffix();
    }

    private String suffix() {
        return generation == 1 ? "" : "-" + generation;
    }
}
