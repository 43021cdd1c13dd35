package io.renkei.itests;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.renkei.tools.client.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A private delivery service, with a certificate of the sandbox's authority, that asks for the gateway's. It keeps what it
 * takes by its idempotency key and answers 201, and 409 where it has the key; while it refuses it answers 422.
 */
final class PrivateDelivery implements AutoCloseable {

    private final SSLContext context;
    private final int port;
    private final Map<String, Letter> kept = new ConcurrentHashMap<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean refuses;
    private HttpsServer server;

    /** What it took. */
    record Letter(Headers headers, byte[] body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    PrivateDelivery(Path pki) throws IOException, GeneralSecurityException {
        context = Tls.context(pki.resolve("ca.pem"), pki.resolve("sandbox.pem"));
        port = Integer.parseInt(Ports.free());
    }

    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
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

    void stop() {
        server.stop(0);
    }

    void refuse(boolean all) {
        refuses = all;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Letter letter = new Letter(
                    exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
            if (refuses) {
                exchange.sendResponseHeaders(422, -1);
                return;
            }
            String key = letter.header("Idempotency-Key");
            keys.add(key);
            exchange.sendResponseHeaders(kept.putIfAbsent(key, letter) == null ? 201 : 409, -1);
        }
    }

    /** As the setting {@code url} names it. */
    String url() {
        return "https://127.0.0.1:" + port + "/post";
    }

    /** By the id of the notice. */
    Map<String, Letter> kept() {
        Map<String, Letter> letters = new ConcurrentHashMap<>();
        kept.values().forEach(letter -> letters.put(letter.header("Notice-Id"), letter));
        return letters;
    }

    /** How often a notice was offered while the service took some. */
    long offered(String notice) {
        return keys.stream().filter(("\"" + notice + "\"")::equals).count();
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
