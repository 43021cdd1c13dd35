package io.renkei.http;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.spi.TransientFailure;
import io.renkei.http.internal.PostEndpoint;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.http.common.HttpMethods;
import org.apache.camel.support.NormalizedUri;

/**
 * The part of a dispatch over HTTP that does not depend on the destination. An exchange whose body is an outcome is done;
 * the steps that follow leave it alone.
 */
public final class HttpDispatch {

    private static final AtomicLong USES = new AtomicLong();

    private HttpDispatch() {}

    /**
     * The endpoint that a dispatch route posts to. Every status is an answer, none is thrown. The client ends with the
     * endpoint, that is, with the routes, and no client of its {@link ConnectorHttp} before.
     *
     * @param client of that endpoint alone
     * @param destination tells the endpoints of several instances in one context apart; it is not sent
     */
    public static HttpEndpoint post(
            CamelContext camel,
            ConnectorHttp.Client client,
            URI target,
            DestinationId destination,
            NamedHeaders headers) {
        HttpComponent component = camel.getComponent(target.getScheme(), HttpComponent.class);
        // The old and the new routes of an instance stand side by side for a moment: each use has a name of its own.
        String name = target + "?instance=" + destination + "&use=" + USES.incrementAndGet();
        HttpEndpoint endpoint = new PostEndpoint(name, component, target, client.pool(), client.use());
        endpoint.setCamelContext(camel);
        endpoint.setHttpClient(client.http());
        endpoint.setHttpMethod(HttpMethods.POST);
        endpoint.setHeaderFilterStrategy(headers);
        endpoint.setThrowExceptionOnFailure(false);
        endpoint.setTransferException(false);
        // Only a registered endpoint ends with its route or its context, and with it the client and its threads.
        camel.getEndpointRegistry().put(NormalizedUri.newNormalizedUri(name, false), endpoint);
        return endpoint;
    }

    /** Whether the exchange has no outcome yet. */
    public static boolean isOpen(Exchange exchange) {
        return !(exchange.getMessage().getBody() instanceof DispatchOutcome);
    }

    /** Ends the exchange with an outcome; what its message carried is gone. */
    public static void end(Exchange exchange, DispatchOutcome outcome) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(outcome);
    }

    /**
     * Ends an exchange whose call failed: for a {@code doCatch(IOException.class)}.
     *
     * @param unreachable the connector's code where nothing was sent
     * @param noAnswer the connector's code where the request may have arrived; the outcome is unknown
     * @throws TransientFailure if nothing was sent, and only then
     */
    public static void noAnswer(Exchange exchange, String unreachable, String noAnswer) throws TransientFailure {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (NotSent.isIn(failure)) {
            throw new TransientFailure(unreachable, failure);
        }
        end(exchange, new Unknown(noAnswer));
    }

    /** The answer that a call put into the exchange. */
    public static HttpReply reply(Exchange exchange) {
        return new HttpReply(status(exchange), retryAfter(exchange), body(exchange));
    }

    /** The status of the answer; 0 if there is none. */
    public static int status(Exchange exchange) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return status == null ? 0 : status;
    }

    /** {@value RetryAfter#HEADER} of the answer. */
    public static Optional<String> retryAfter(Exchange exchange) {
        return Optional.ofNullable(exchange.getMessage().getHeader(RetryAfter.HEADER, String.class));
    }

    /** The body of the answer; without bytes if there is none. */
    public static byte[] body(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null ? new byte[0] : body;
    }
}
