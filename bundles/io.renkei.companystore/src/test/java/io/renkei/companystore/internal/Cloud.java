package io.renkei.companystore.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A company's store on this machine. It asks each caller for a certificate and gives what lies below {@code /data}. */
final class Cloud implements AutoCloseable {

    /** Every call, as its path and its access record. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** The body of every POST that it took. */
    final List<String> posted = new CopyOnWriteArrayList<>();

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Deque<Manner> manners = new ConcurrentLinkedDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpsServer server;

    /** What it does with a call instead of giving the object. */
    interface Manner {
        void treat(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException;
    }

    static Manner answers(int status, String... header) {
        return (exchange, closed) -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Begins an object and sends nothing more. */
    static final Manner STALLS = (exchange, closed) -> {
        exchange.sendResponseHeaders(200, 5);
        exchange.getResponseBody().write('a');
        exchange.getResponseBody().flush();
        closed.await();
    };

    /** Begins an object and ends the connection. */
    static final Manner BREAKS_OFF = (exchange, closed) -> {
        exchange.sendResponseHeaders(200, 5);
        exchange.getResponseBody().write('a');
    };

    Cloud(SSLContext context) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = getSSLContext().getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    void put(String path, byte[] object) {
        objects.put("/data/" + path, object);
    }

    void remove(String path) {
        objects.remove("/data/" + path);
    }

    void next(Manner manner) {
        manners.add(manner);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            calls.add(path + " " + exchange.getRequestHeaders().getFirst(CompanyStore.ACCESS_RECORD));
            Manner manner = manners.poll();
            if (manner != null) {
                manner.treat(exchange, closed);
                return;
            }
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            byte[] object = objects.get(path);
            exchange.sendResponseHeaders(object == null ? 404 : 200, object == null ? -1 : object.length);
            if (object != null) {
                exchange.getResponseBody().write(object);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/data/";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
