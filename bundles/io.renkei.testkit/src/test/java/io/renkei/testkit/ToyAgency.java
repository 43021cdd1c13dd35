package io.renkei.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renkei.testkit.AttributeSourceContract.Agency;
import io.renkei.testkit.AttributeSourceContract.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Answers with one word. */
final class ToyAgency implements Agency {

    private static final String LOST = "LOST";

    private final AtomicReference<String> next = new AtomicReference<>("DATA");
    private final AtomicLong questions = new AtomicLong();
    private final Set<String> handles = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    ToyAgency() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ask", exchange -> {
            String reference = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, "");
                return;
            }
            questions.incrementAndGet();
            String how = next.getAndSet("DATA");
            if (how.equals("PENDING")) {
                handles.add("h" + reference);
            }
            answer(exchange, how);
        });
        server.createContext("/again", exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, handles.contains(exchange.getRequestURI().getQuery()) ? "DATA" : "UNKNOWN");
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, String how) throws IOException {
        try (exchange) {
            if (!how.equals(LOST)) {
                byte[] bytes = how.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void next(Manner manner) {
        next.set(manner.name());
    }

    @Override
    public void loseNextAnswer() {
        next.set(LOST);
    }

    @Override
    public void garbleNextAnswer() {
        next.set("\u0000<<");
    }

    @Override
    public long questions() {
        return questions.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
