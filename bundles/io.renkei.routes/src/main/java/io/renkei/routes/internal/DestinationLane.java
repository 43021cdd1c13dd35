package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Lane;

/** The lane of one destination, as its connector sees it. */
record DestinationLane(String connectorId, DestinationId destination) implements Lane {

    @Override
    public String uri() {
        return "direct:lane." + destination.value();
    }

    @Override
    public String routePrefix() {
        return connectorId + "." + destination.value();
    }
}
