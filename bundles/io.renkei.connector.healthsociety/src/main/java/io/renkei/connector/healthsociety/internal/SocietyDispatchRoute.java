package io.renkei.connector.healthsociety.internal;

import io.renkei.api.spi.Lane;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.http.common.HttpMethods;

/** From the lane to one outcome: one POST /applications. */
final class SocietyDispatchRoute extends RouteBuilder {

    private final Lane lane;
    private final SocietySettings settings;
    private final DispatchSteps steps;
    private final SocietyHttp.Client client;

    SocietyDispatchRoute(Lane lane, SocietySettings settings, DispatchSteps steps, SocietyHttp.Client client) {
        this.lane = lane;
        this.settings = settings;
        this.steps = steps;
        this.client = client;
    }

    @Override
    public void configure() {
        String id = lane.routePrefix() + ".dispatch";
        from(lane.uri())
                .routeId(id)
                .process(steps::open)
                .filter(steps::isOpen)
                .doTry()
                .to(endpoint())
                .id(id + ".post")
                .process(steps::answer)
                .endDoTry()
                .doCatch(IOException.class)
                .process(steps::noAnswer)
                .end()
                .end();
    }

    private HttpEndpoint endpoint() {
        URI target = URI.create(settings.endpoint() + SocietyApi.APPLICATIONS);
        HttpComponent component = getContext().getComponent(target.getScheme(), HttpComponent.class);
        HttpEndpoint endpoint =
                new HttpEndpoint(target + "?instance=" + settings.destination(), component, target, client.pool());
        endpoint.setCamelContext(getContext());
        endpoint.setHttpClient(client.http());
        endpoint.setHttpMethod(HttpMethods.POST);
        endpoint.setHeaderFilterStrategy(new SocietyHeaders());
        endpoint.setThrowExceptionOnFailure(false);
        endpoint.setTransferException(false);
        return endpoint;
    }
}
