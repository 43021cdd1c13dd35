package io.renkei.connector.egov.internal;

import io.renkei.api.spi.Lane;
import io.renkei.http.ConnectorHttp;
import io.renkei.http.HttpDispatch;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpEndpoint;

/** From the lane to one outcome: POST /apply, once more with a fresh token when the present one is not taken. */
final class EgovDispatchRoute extends RouteBuilder {

    private final Lane lane;
    private final EgovSettings settings;
    private final DispatchSteps steps;
    private final ConnectorHttp.Client client;

    EgovDispatchRoute(Lane lane, EgovSettings settings, DispatchSteps steps, ConnectorHttp.Client client) {
        this.lane = lane;
        this.settings = settings;
        this.steps = steps;
        this.client = client;
    }

    @Override
    public void configure() {
        String id = lane.routePrefix() + ".dispatch";
        URI url = URI.create(settings.http().endpoint() + "/apply");
        HttpEndpoint apply = HttpDispatch.post(getContext(), client, url, settings.destination(), EgovHeaders.SENT);
        from(lane.uri())
                .routeId(id)
                .process(steps::open)
                .filter(HttpDispatch::isOpen)
                .process(steps::prepare)
                .doTry()
                .to(apply)
                .id(id + ".apply")
                .filter(steps::isUnauthorized)
                .process(steps::renew)
                .filter(HttpDispatch::isOpen)
                .process(steps::prepare)
                .to(apply)
                .id(id + ".apply.renewed")
                .end()
                .end()
                .filter(HttpDispatch::isOpen)
                .process(steps::answer)
                .end()
                .endDoTry()
                .doCatch(IOException.class)
                .process(steps::noAnswer)
                .end()
                .end();
    }
}
