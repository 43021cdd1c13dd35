package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome;
import java.io.IOException;
import org.apache.camel.builder.RouteBuilder;

/** A route of the steps that dispatch routes are made of, from nothing to nowhere. */
final class Rehearsal extends RouteBuilder {

    static final DestinationLane LANE = new DestinationLane("rehearsal", new DestinationId("rehearsal"));

    @Override
    public void configure() {
        from(LANE.uri())
                .routeId(LANE.routePrefix() + ".dispatch")
                .process(exchange -> {})
                .filter(exchange -> true)
                .doTry()
                .process(exchange -> exchange.getMessage().setBody(new DispatchOutcome.Unknown("REHEARSAL")))
                .endDoTry()
                .doCatch(IOException.class)
                .process(exchange -> {})
                .end()
                .end();
    }
}
