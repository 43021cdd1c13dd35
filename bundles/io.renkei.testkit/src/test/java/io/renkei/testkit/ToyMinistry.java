package io.renkei.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renkei.api.model.FilingKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes a filing key as plain text and answers with a number. */
final class ToyMinistry implements Ministry {

    private enum Next {
        ANSWER,
        LOSE,
        GARBLE
    }

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Next next = Next.ANSWER;

    ToyMinistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::treat);
        server.start();
    }

    private void treat(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            taken.add(key);
            Next now = next;
            next = Next.ANSWER;
            if (now != Next.LOSE) {
                byte[] answer = (now == Next.GARBLE ? "乱文" : "number " + taken.size()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    @Override
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void loseNextAnswer() {
        next = Next.LOSE;
    }

    @Override
    public void garbleNextAnswer() {
        next = Next.GARBLE;
    }

    @Override
    public long submissions() {
        return taken.size();
    }

    @Override
    public boolean has(FilingKey filing) {
        return taken.contains(filing.toString());
    }

    @Override
    public boolean wantPayment(FilingKey filing) {
        return true;
    }

    @Override
    public boolean leaveMessage() {
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
