package io.renkei.connector.egov.internal;

import io.renkei.api.spi.Lane;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;

/** From the lane to one outcome: POST /apply, once more with a fresh token when the present one is not taken. */
final class EgovDispatchRoute extends RouteBuilder {

    private final Lane lane;
    private final EgovSettings settings;
    private final DispatchSteps steps;
    private final EgovHttp.Client client;

    EgovDispatchRoute(Lane lane, EgovSettings settings, DispatchSteps steps, EgovHttp.Client client) {
        this.lane = lane;
        this.settings = settings;
        this.steps = steps;
        this.client = client;
    }

    @Override
    public void configure() {
        String id = lane.routePrefix() + ".dispatch";
        HttpEndpoint apply = endpoint();
        from(lane.uri())
                .routeId(id)
                .process(steps::open)
                .filter(exchange -> !steps.isDone(exchange))
                .process(steps::prepare)
                .doTry()
                .to(apply)
                .id(id + ".apply")
                .filter(steps::isUnauthorized)
                .process(steps::renew)
                .filter(exchange -> !steps.isDone(exchange))
                .process(steps::prepare)
                .to(apply)
                .id(id + ".apply.renewed")
                .end()
                .end()
                .filter(exchange -> !steps.isDone(exchange))
                .process(steps::answer)
                .end()
                .endDoTry()
                .doCatch(IOException.class)
                .process(steps::noAnswer)
                .end()
                .end();
    }

    private HttpEndpoint endpoint() {
        URI apply = URI.create(settings.endpoint() + "/apply");
        HttpComponent component = getContext().getComponent(apply.getScheme(), HttpComponent.class);
        HttpEndpoint endpoint =
                new HttpEndpoint(apply + "?instance=" + settings.destination(), component, apply, client.pool());
        endpoint.setCamelContext(getContext());
        endpoint.setHttpClient(client.http());
        endpoint.setHttpMethod(org.apache.camel.http.common.HttpMethods.POST);
        endpoint.setHeaderFilterStrategy(new EgovHeaders());
        endpoint.setThrowExceptionOnFailure(false);
        endpoint.setTransferException(false);
        return endpoint;
    }
}
