package io.renkei.sandbox.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A sandbox over plain HTTP on a free port, with all that its control endpoint can do. */
public final class RunningSandbox implements AutoCloseable {

    private final Sandbox sandbox;
    private final TestKeys keys;
    private final HttpClient http;

    /** An answer over HTTP. */
    public record Reply(int status, byte[] body, JsonNode json) {}

    private RunningSandbox(Sandbox sandbox, TestKeys keys, HttpClient http) {
        this.sandbox = sandbox;
        this.keys = keys;
        this.http = http;
    }

    /** @param pki where {@link TestKeys#in} made the keys */
    public static RunningSandbox start(Path pki, Path ledger, TestKeys keys, Duration pause, Duration tokenLife)
            throws IOException {
        return start(pki, ledger, keys, pause, tokenLife, URI.create("http://localhost:9"));
    }

    public static RunningSandbox start(
            Path pki, Path ledger, TestKeys keys, Duration pause, Duration tokenLife, URI gateway) throws IOException {
        return start(pki, ledger, keys, pause, tokenLife, gateway, false);
    }

    /** Over mutual TLS, as it is deployed. */
    public static RunningSandbox startSecure(Path pki, Path ledger, TestKeys keys) throws IOException {
        URI nobody = URI.create("https://localhost:9");
        return start(pki, ledger, keys, Duration.ofMillis(20), Duration.ofHours(1), nobody, true);
    }

    private static RunningSandbox start(
            Path pki, Path ledger, TestKeys keys, Duration pause, Duration tokenLife, URI gateway, boolean secure)
            throws IOException {
        SandboxSettings settings = new SandboxSettings(
                new InetSocketAddress("127.0.0.1", 0),
                secure,
                pki,
                ledger,
                gateway,
                Optional.of(pki.resolve("gateway-seal.pem")),
                pause,
                tokenLife);
        Sandbox sandbox = new Sandbox(settings, Clock.systemUTC());
        sandbox.start();
        return new RunningSandbox(sandbox, keys, secure ? secureClient(pki) : HttpClient.newHttpClient());
    }

    private static HttpClient secureClient(Path pki) {
        return HttpClient.newBuilder()
                .sslContext(Pem.tls(Pem.identity(pki.resolve("gateway.pem")), Pem.certificates(pki.resolve("ca.pem"))))
                .build();
    }

    public TestSealer sealer() {
        return keys.sealer();
    }

    /** Without a slash at the end. */
    public String url() {
        return sandbox.url();
    }

    /** An order of the control endpoint; what it answers. */
    public JsonNode order(String what, String json) {
        return send("POST", "/control/" + what, json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "")
                .json();
    }

    public void fault(String destination, String mode, int count, long millis) {
        order(
                "faults",
                "{\"destination\":\"" + destination + "\",\"mode\":\"" + mode + "\",\"count\":" + count + ",\"millis\":"
                        + millis + "}");
    }

    /** Every call to the destination is cut, until {@code reset-faults}. */
    public void down(String destination) {
        order("faults", "{\"destination\":\"" + destination + "\",\"mode\":\"down\"}");
    }

    public int held() {
        return sandbox.faults().heldBack();
    }

    /** Submissions of the destination, repeats included. */
    public long submissions(String destination) {
        return sandbox.ledger().after(0).stream()
                .filter(e -> e.destination().equals(destination) && e.kind().equals(Ledger.SUBMISSION))
                .count();
    }

    /** Entries of the destination of that kind. */
    public long entries(String destination, String kind) {
        return sandbox.ledger().after(0).stream()
                .filter(e -> e.destination().equals(destination) && e.kind().equals(kind))
                .count();
    }

    /** Submissions of the destination that repeat an earlier one. */
    public long doubled(String destination) {
        return sandbox.ledger().after(0).stream()
                .filter(e -> e.destination().equals(destination) && e.doubled())
                .count();
    }

    /** @param token a bearer token, or empty text */
    public Reply send(String method, String path, byte[] body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json = reply.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Reply(
                    reply.statusCode(), reply.body(), json ? read(reply.body()) : Answer.JSON.createObjectNode());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(byte[] body) throws IOException {
        try {
            return Answer.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return Answer.JSON.createObjectNode();
        }
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
    }
}
