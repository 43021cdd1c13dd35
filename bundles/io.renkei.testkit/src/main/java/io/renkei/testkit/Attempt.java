package io.renkei.testkit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.Lane;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/**
 * What came of one exchange through a connector's routes: an outcome or something thrown, never both.
 *
 * @param outcome the body that the exchange ended with, if nothing was thrown
 * @param thrown what the exchange ended with
 * @param took from the lane to the end
 */
record Attempt(Optional<DispatchOutcome> outcome, Optional<Exception> thrown, Duration took) {

    /** What a route may need beyond the total timeout that it states, on a machine under load. */
    static final Duration SLACK = Duration.ofMillis(2_000);

    /** Runs the task through the connector's routes, in a context as the route host makes one. */
    static Attempt at(Dispatcher connector, Lane lane, DispatchTask task) throws Exception {
        try (CamelContext camel = context(connector, lane)) {
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            Exchange exchange = new DefaultExchange(camel);
            exchange.getMessage().setBody(task);
            long began = System.nanoTime();
            long longest = connector.settings().totalTimeout().plus(SLACK).toMillis();
            try {
                Exchange ended = template.asyncSend(lane.uri(), exchange).get(longest, TimeUnit.MILLISECONDS);
                return of(ended, Duration.ofNanos(System.nanoTime() - began));
            } catch (TimeoutException e) {
                return fail("no outcome within the total timeout that the connector states", e);
            }
        }
    }

    static DefaultCamelContext context(Dispatcher connector, Lane lane) throws Exception {
        return LaneRun.context(connector.routes(lane));
    }

    /** Fails if something was thrown. */
    <T extends DispatchOutcome> T ended(Class<T> with) {
        thrown.ifPresent(e -> fail("expected an outcome of " + with.getSimpleName() + ", but thrown was " + e, e));
        return assertInstanceOf(with, outcome.orElseThrow());
    }

    private static Attempt of(Exchange ended, Duration took) {
        if (ended.getException() != null) {
            return new Attempt(Optional.empty(), Optional.of(ended.getException()), took);
        }
        Object body = ended.getMessage().getBody();
        return new Attempt(
                Optional.of(assertInstanceOf(DispatchOutcome.class, body, "an exchange ends with one outcome")),
                Optional.empty(),
                took);
    }
}
