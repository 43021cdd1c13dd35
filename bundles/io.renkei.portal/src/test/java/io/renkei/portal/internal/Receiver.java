package io.renkei.portal.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.renkei.ports.outgoing.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The portal's end of the webhook: answers 204 to everything, but for the replies it was told to give first. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Reply> replies = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String scheme;

    record Call(String method, String path, String type, String seal, byte[] body, boolean taken) {

        List<JsonNode> events() {
            try {
                List<JsonNode> events = new ArrayList<>();
                JSON.readTree(body).forEach(events::add);
                return events;
            } catch (IOException e) {
                throw new AssertionError("the body is no JSON", e);
            }
        }
    }

    /** @param taken whether the receiver has what it was told, however it answers */
    record Reply(boolean taken, Answering answering) {}

    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private Receiver(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static Receiver plain() throws IOException {
        return plain(0);
    }

    static Receiver plain(int port) throws IOException {
        return new Receiver(HttpServer.create(here(port), 0), "http");
    }

    static Receiver tls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(here(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Receiver(server, "https");
    }

    private static InetSocketAddress here(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static Reply status(int status) {
        return new Reply(status >= 200 && status <= 299, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    static Reply redirect(int status, URI elsewhere) {
        return new Reply(false, exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.toString());
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** Takes the events and closes the connection without an answer. */
    static Reply lost() {
        return new Reply(true, exchange -> {});
    }

    /** Takes the events and answers only when it may. */
    static Reply when(CountDownLatch asked, CountDownLatch may) {
        return new Reply(true, exchange -> {
            asked.countDown();
            try {
                may.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(204, -1);
        });
    }

    void next(Reply... some) {
        replies.addAll(List.of(some));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply next = replies.poll();
            Reply reply = next == null ? status(204) : next;
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst(Webhook.SEAL),
                    body,
                    reply.taken()));
            reply.answering().answer(exchange);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI address() {
        return URI.create(scheme + "://localhost:" + port() + "/events?portal=1");
    }

    /** Of every call, taken or not. */
    List<String> ids() {
        return ids(calls);
    }

    List<String> takenIds() {
        return ids(calls.stream().filter(Call::taken).toList());
    }

    private static List<String> ids(List<Call> some) {
        return some.stream()
                .flatMap(call -> call.events().stream())
                .map(event -> event.get("id").asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
