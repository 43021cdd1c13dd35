package io.renkei.connector.healthsociety.internal;

import io.renkei.api.spi.Lane;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.HttpDispatch;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.builder.RouteBuilder;

/** From the lane to one outcome: one POST /applications. */
final class SocietyDispatchRoute extends RouteBuilder {

    private final Lane lane;
    private final SocietySettings settings;
    private final DispatchSteps steps;
    private final ConnectorHttp.Client client;

    SocietyDispatchRoute(Lane lane, SocietySettings settings, DispatchSteps steps, ConnectorHttp.Client client) {
        this.lane = lane;
        this.settings = settings;
        this.steps = steps;
        this.client = client;
    }

    @Override
    public void configure() {
        URI target = URI.create(settings.http().endpoint() + SocietyApi.APPLICATIONS);
        String id = lane.routePrefix() + ".dispatch";
        from(lane.uri())
                .routeId(id)
                .process(steps::open)
                .filter(HttpDispatch::isOpen)
                .doTry()
                .to(HttpDispatch.post(getContext(), client, target, settings.destination(), SocietyHeaders.SENT))
                .id(id + ".post")
                .process(steps::answer)
                .endDoTry()
                .doCatch(IOException.class)
                .process(steps::noAnswer)
                .end()
                .end();
    }
}
