package io.renkei.connector.etax.internal;

import io.renkei.api.spi.Lane;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.HttpDispatch;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.builder.RouteBuilder;

/** From the lane to one outcome: one call of submit. */
final class EtaxDispatchRoute extends RouteBuilder {

    private final Lane lane;
    private final URI reception;
    private final DispatchSteps steps;
    private final ConnectorHttp.Client client;

    EtaxDispatchRoute(Lane lane, URI reception, DispatchSteps steps, ConnectorHttp.Client client) {
        this.lane = lane;
        this.reception = reception;
        this.steps = steps;
        this.client = client;
    }

    @Override
    public void configure() {
        String id = lane.routePrefix() + ".dispatch";
        from(lane.uri())
                .routeId(id)
                .process(steps::prepare)
                .filter(HttpDispatch::isOpen)
                .doTry()
                .to(HttpDispatch.post(getContext(), client, reception, EtaxSettings.DESTINATION, EtaxHeaders.SENT))
                .id(id + ".submit")
                .process(steps::answer)
                .doCatch(IOException.class)
                .process(steps::noAnswer)
                .end()
                .end();
    }
}
