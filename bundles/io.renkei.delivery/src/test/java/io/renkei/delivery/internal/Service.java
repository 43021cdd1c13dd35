package io.renkei.delivery.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A private delivery service on this machine. It asks each caller for a certificate, keeps what it takes by its idempotency
 * key and answers 201, and 409 where it has the key, unless it was told to answer otherwise first.
 */
final class Service implements AutoCloseable {

    /** Every call that had a whole body, in order. */
    final List<Call> calls = new CopyOnWriteArrayList<>();

    /** What it took, by idempotency key. */
    final Map<String, Call> kept = new ConcurrentHashMap<>();

    private final Deque<Manner> manners = new ConcurrentLinkedDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final HttpsServer server;

    /** @param answer the status */
    record Call(String method, String path, Map<String, List<String>> headers, byte[] body, int answer) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> String.join("|", each.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    /** What it does with a call that it has read, instead of taking it. */
    interface Manner {

        /** @return the status that was answered; 0 for none */
        int treat(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException;
    }

    /** Says nothing until it ends. */
    static final Manner SILENT = (exchange, closed) -> {
        closed.await();
        return 0;
    };

    static Manner answers(int status, String... headers) {
        return (exchange, closed) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            return status;
        };
    }

    private Service(HttpsServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static Service at(int port, SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = getSSLContext().getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        return new Service(server);
    }

    void next(Manner... some) {
        manners.addAll(List.of(some));
    }

    private void handle(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(present.incrementAndGet(), Math::max);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Manner manner = manners.poll();
            int status = manner == null ? take(exchange, body) : manner.treat(exchange, closed);
            calls.add(call(exchange, body, status));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            present.decrementAndGet();
        }
    }

    private int take(HttpExchange exchange, byte[] body) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        int status = kept.putIfAbsent(key, call(exchange, body, 201)) == null ? 201 : 409;
        exchange.sendResponseHeaders(status, -1);
        return status;
    }

    private static Call call(HttpExchange exchange, byte[] body, int status) {
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body,
                status);
    }

    /** The most calls that were there at once. */
    int mostAtOnce() {
        return most.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "https://127.0.0.1:" + port() + "/post?box=1";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
