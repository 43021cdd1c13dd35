package io.renkei.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that reads each request to its end and then does one odd thing. It counts what carries a body. */
final class OddServer implements AutoCloseable {

    /** What it does with a request that it has read. */
    interface Manner {
        void treat(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException;
    }

    /** Cuts the connection. */
    static final Manner CUTS = (exchange, closed) -> {};

    /** Says nothing. */
    static final Manner IS_SILENT = (exchange, closed) -> closed.await();

    /** Begins an answer that never ends, a byte now and then. */
    static final Manner DRIPS = (exchange, closed) -> {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        do {
            out.write(' ');
            out.flush();
        } while (!closed.await(50, TimeUnit.MILLISECONDS));
    };

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    private OddServer(HttpServer server, Manner manner) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> treat(exchange, manner));
    }

    static OddServer that(Manner manner) throws IOException {
        OddServer odd =
                new OddServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), manner);
        odd.server.start();
        return odd;
    }

    /** Answers with a status, a body and, unless it is empty text, a Retry-After. */
    static Manner answers(int status, String retryAfter, byte[] body) {
        return (exchange, closed) -> {
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Requests with a body: a GET has no effect and does not count. */
    int requests() {
        return requests.get();
    }

    private void treat(HttpExchange exchange, Manner manner) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestMethod().equals("GET")) {
                requests.incrementAndGet();
            }
            manner.treat(exchange, closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
