package io.renkei.testkit;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Lane;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** One lane of a connector under test, in a Camel context as the route host makes one. */
public final class LaneRun implements AutoCloseable {

    private final Lane lane;
    private final DefaultCamelContext camel;
    private final ProducerTemplate template;

    private LaneRun(Lane lane, DefaultCamelContext camel) {
        this.lane = lane;
        this.camel = camel;
        this.template = camel.createProducerTemplate();
    }

    /** A lane that a connector's routes begin at. */
    public static Lane lane(String uri, String routePrefix) {
        return new ContractLane(uri, routePrefix);
    }

    /** Starts the routes that a connector made for the lane. */
    public static LaneRun of(Lane lane, RoutesBuilder routes) throws Exception {
        DefaultCamelContext camel = context(routes);
        camel.start();
        return new LaneRun(lane, camel);
    }

    static DefaultCamelContext context(RoutesBuilder routes) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.setStreamCaching(false);
        camel.getShutdownStrategy().setTimeout(1);
        camel.addRoutes(routes);
        return camel;
    }

    /** What an exchange with the task ends with; fails if something is thrown. */
    public DispatchOutcome outcome(DispatchTask task) {
        Exchange ended = send(task);
        if (ended.getException() != null) {
            throw new AssertionError("no outcome", ended.getException());
        }
        return ended.getMessage().getBody(DispatchOutcome.class);
    }

    /** What is thrown for the task; fails if nothing is. */
    public Exception thrown(DispatchTask task) {
        Exchange ended = send(task);
        if (ended.getException() == null) {
            throw new AssertionError("nothing was thrown, but it ended with "
                    + ended.getMessage().getBody());
        }
        return ended.getException();
    }

    private Exchange send(DispatchTask task) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(task);
        return template.send(lane.uri(), exchange);
    }

    /** The context that runs them. */
    public DefaultCamelContext camel() {
        return camel;
    }

    @Override
    public void close() {
        camel.stop();
    }
}
