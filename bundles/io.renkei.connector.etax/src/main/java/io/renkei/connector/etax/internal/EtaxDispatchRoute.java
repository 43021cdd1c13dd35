package io.renkei.connector.etax.internal;

import io.renkei.api.spi.Lane;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.http.common.HttpMethods;

/** From the lane to one outcome: one call of submit. */
final class EtaxDispatchRoute extends RouteBuilder {

    private final Lane lane;
    private final URI reception;
    private final DispatchSteps steps;
    private final EtaxHttp.Client client;

    EtaxDispatchRoute(Lane lane, URI reception, DispatchSteps steps, EtaxHttp.Client client) {
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
                .filter(exchange -> !steps.isDone(exchange))
                .doTry()
                .to(endpoint())
                .id(id + ".submit")
                .process(steps::answer)
                .doCatch(IOException.class)
                .process(steps::noAnswer)
                .end()
                .end();
    }

    private HttpEndpoint endpoint() {
        HttpComponent component = getContext().getComponent(reception.getScheme(), HttpComponent.class);
        HttpEndpoint endpoint = new HttpEndpoint(
                reception + "?instance=" + EtaxSettings.DESTINATION, component, reception, client.pool());
        endpoint.setCamelContext(getContext());
        endpoint.setHttpClient(client.http());
        endpoint.setHttpMethod(HttpMethods.POST);
        endpoint.setHeaderFilterStrategy(new EtaxHeaders());
        endpoint.setThrowExceptionOnFailure(false);
        endpoint.setTransferException(false);
        return endpoint;
    }
}
