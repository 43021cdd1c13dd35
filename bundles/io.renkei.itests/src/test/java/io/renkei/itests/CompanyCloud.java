package io.renkei.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A company's own store, with a certificate of the sandbox's authority, that asks for the gateway's: it gives what lies below
 * {@code /data} and takes what is put there. An agency that takes events listens at {@code /agency} of the same server.
 */
final class CompanyCloud implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SSLContext context;
    private final int port;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, Headers> placed = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpsServer server;

    CompanyCloud(Path pki) throws IOException, GeneralSecurityException {
        context = Tls.context(pki.resolve("ca.pem"), pki.resolve("sandbox.pem"));
        port = Integer.parseInt(Ports.free());
    }

    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.setExecutor(threads);
        server.createContext("/data/", this::handle);
        server.createContext("/agency", this::tell);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(path, exchange.getRequestBody().readAllBytes());
                placed.put(path, exchange.getRequestHeaders());
                exchange.sendResponseHeaders(201, -1);
                return;
            }
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Access-Record"));
            byte[] object = objects.get(path);
            exchange.sendResponseHeaders(object == null ? 404 : 200, object == null ? -1 : object.length);
            if (object != null) {
                exchange.getResponseBody().write(object);
            }
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean sealed = exchange.getRequestHeaders().containsKey("Renkei-Signature");
            JSON.readTree(exchange.getRequestBody()).forEach(events::add);
            exchange.sendResponseHeaders(sealed ? 204 : 400, -1);
        }
    }

    void put(String path, byte[] object) {
        objects.put("/data/" + path, object);
    }

    /** What lies at an address of this server, or nothing. */
    byte[] at(String address) {
        return objects.getOrDefault(address.substring(url("").length()), new byte[0]);
    }

    /** With which headers it was put there. */
    Headers headersAt(String address) {
        return placed.get(address.substring(url("").length()));
    }

    /** Every call for an object, as its path and its access record. */
    List<String> asked() {
        return asked;
    }

    /** The types of the events of one submission, in order. */
    List<String> told(String submission) {
        List<String> types = new ArrayList<>();
        for (JsonNode event : events) {
            if (event.path("subject").asText().equals(submission)) {
                types.add(event.path("type").asText());
            }
        }
        return types;
    }

    String url(String path) {
        return "https://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
