package io.renkei.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class HttpDispatchTest {

    private static final DestinationId DESTINATION = new DestinationId("hello-work");
    private static final URI NOBODY = URI.create("http://localhost:1/");

    @Test
    void onlyWhatIsNamedCrossesTheEdge() throws Exception {
        String head = "HTTP/1.1 429 Busy\r\nretry-after: 7\r\nCamelHttpUri: http://host.invalid\r\nX-Other: 1";
        try (StubServer server = new StubServer(StubServer.answers(head + "\r\nContent-Length: 4", "busy"))) {
            Exchange exchange = send(server.url());
            String request = server.requests.get(0).toLowerCase(Locale.ROOT);
            assertTrue(request.startsWith("post / http/1.1"), request);
            assertTrue(request.contains("renkei-filing: 1") && request.endsWith("届出"), request);
            assertFalse(request.contains("other") || request.contains("instance"), request);
            assertTrue(HttpDispatch.isOpen(exchange));
            HttpReply reply = HttpDispatch.reply(exchange);
            assertEquals(429, reply.status());
            assertEquals(Optional.of("7"), reply.retryAfter());
            assertArrayEquals("busy".getBytes(StandardCharsets.UTF_8), reply.body());
            assertFalse(exchange.getMessage().getHeaders().containsKey("CamelHttpUri"));
            HttpDispatch.end(exchange, new Unknown("T-3"));
            assertFalse(HttpDispatch.isOpen(exchange));
            assertTrue(exchange.getMessage().getHeaders().isEmpty());
        }
    }

    @Test
    void anAnswerWithoutABodyHasNoBytes() throws Exception {
        try (StubServer server = new StubServer(StubServer.answers("HTTP/1.1 204 Nothing", ""))) {
            Exchange exchange = send(server.url());
            HttpReply reply = HttpDispatch.reply(exchange);
            assertEquals(0, reply.body().length);
            assertEquals(Optional.empty(), reply.retryAfter());
        }
    }

    @Test
    void noAnswerIsUnknownUnlessNothingWasSent() throws Exception {
        Exchange sent;
        try (StubServer server = new StubServer(StubServer.CUTS)) {
            sent = send(server.url());
        }
        assertEquals(new Unknown("T-2"), sent.getMessage().getBody());
        Exception thrown = send(URI.create("http://host.invalid/")).getException();
        assertEquals("T-1", assertInstanceOf(TransientFailure.class, thrown).getMessage());
    }

    @Test
    void anAnswerThatDripsIsUnknown() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (StubServer server = new StubServer(StubServer.drips(head, "1\r\n \r\n"))) {
            assertEquals(new Unknown("T-2"), send(server.url()).getMessage().getBody());
        }
    }

    /** An instance is replaced with each change of its settings, in a context that lives on. */
    @Test
    void theClientEndsWithItsRouteWhileTheContextLivesOn() throws Exception {
        try (ConnectorHttp http = new ConnectorHttp("test-deadline", Optional.empty(), 1, 1_000);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            ConnectorHttp.Client first = serve(camel, http, "direct:first", NOBODY);
            ConnectorHttp.Client second = serve(camel, http, "direct:second", NOBODY);
            camel.start();
            camel.getRouteController().stopRoute("direct:first");
            camel.removeRoute("direct:first");
            assertTrue(isClosed(first) && !isClosed(second));
        }
    }

    /** The component of a connector is deactivated as soon as its service is gone, whatever its routes have under way. */
    @Test
    void whatARouteHasUnderWayOutlivesItsInstance() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        StubServer.Manner slow = (request, out, closed) -> {
            mayAnswer.await();
            StubServer.ok("uketsuke").treat(request, out, closed);
        };
        try (StubServer server = new StubServer(slow);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            ConnectorHttp http = new ConnectorHttp("test-deadline", Optional.empty(), 2, 1_000);
            ConnectorHttp.Client questions = http.client(Duration.ofSeconds(5), Duration.ofSeconds(15));
            ConnectorHttp.Client client = serve(camel, http, "direct:lane", server.url());
            camel.start();
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                    () -> camel.createProducerTemplate().requestBody("direct:lane", "届出", String.class));
            await().until(() -> server.requests.size() == 1);
            http.close();
            mayAnswer.countDown();
            assertEquals("uketsuke", answer.get(10, TimeUnit.SECONDS));
            assertEquals(200, questions.status(server.url()));
            camel.getRouteController().stopRoute("direct:lane");
            camel.removeRoute("direct:lane");
            assertTrue(isClosed(client) && isClosed(questions));
            assertThrows(NotSent.class, () -> questions.status(server.url()));
        }
    }

    @Test
    void aRouteThatCallsByItselfKeepsTheClientsToo() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            ConnectorHttp http = new ConnectorHttp("test-deadline", Optional.empty(), 1, 1_000);
            ConnectorHttp.Client client = http.client(Duration.ofMillis(500), Duration.ofMillis(1_500));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:lane")
                            .routeId("direct:lane")
                            .routePolicy(http.untilRouteEnds())
                            .log("calls");
                }
            });
            camel.start();
            http.close();
            assertFalse(isClosed(client));
            camel.getRouteController().stopRoute("direct:lane");
            assertFalse(isClosed(client), "a route that is stopped may start again");
            camel.removeRoute("direct:lane");
            assertTrue(isClosed(client));
        }
    }

    private static ConnectorHttp.Client serve(DefaultCamelContext camel, ConnectorHttp http, String lane, URI target)
            throws Exception {
        ConnectorHttp.Client client = http.client(Duration.ofSeconds(5), Duration.ofSeconds(15));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(lane)
                        .routeId(lane)
                        .to(HttpDispatch.post(getContext(), client, target, DESTINATION, new NamedHeaders()));
            }
        });
        return client;
    }

    private static boolean isClosed(ConnectorHttp.Client client) {
        return client.pool().isClosed();
    }

    @Test
    void aProofBehindAnotherFailureCounts() {
        assertTrue(NotSent.isIn(new IllegalStateException(new NotSent(new IOException("refused")))));
        assertFalse(NotSent.isIn(new IOException("reset")));
        assertThrows(TransientFailure.class, () -> {
            Exchange exchange = new DefaultExchange(new DefaultCamelContext());
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new IOException(new NotSent(new IOException("refused"))));
            HttpDispatch.noAnswer(exchange, "T-1", "T-2");
        });
    }

    private static Exchange send(URI url) throws Exception {
        try (ConnectorHttp http = new ConnectorHttp("test-deadline", Optional.empty(), 1, 1_000);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            camel.setStreamCaching(false);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    ConnectorHttp.Client client = http.client(Duration.ofMillis(500), Duration.ofMillis(1_500));
                    from("direct:lane")
                            .doTry()
                            .to(HttpDispatch.post(
                                    getContext(), client, url, DESTINATION, new NamedHeaders("Renkei-Filing")))
                            .doCatch(IOException.class)
                            .process(exchange -> HttpDispatch.noAnswer(exchange, "T-1", "T-2"))
                            .end();
                }
            });
            camel.start();
            Exchange exchange = new DefaultExchange(camel);
            exchange.getMessage().setBody("届出".getBytes(StandardCharsets.UTF_8));
            exchange.getMessage().setHeader("renkei-filing", "1");
            exchange.getMessage().setHeader("X-Other", "1");
            return camel.createProducerTemplate().send("direct:lane", exchange);
        }
    }
}
