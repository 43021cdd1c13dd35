package io.renkei.sandbox.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Brings pushes to the gateway over HTTP, one client per identity. */
final class GatewayCourier implements Push.Courier {

    private final URI gateway;
    private final Function<String, HttpClient> clients;
    private final Map<String, HttpClient> known = new ConcurrentHashMap<>();

    /** @param clients a client that proves the identity of the given name */
    GatewayCourier(URI gateway, Function<String, HttpClient> clients) {
        this.gateway = gateway;
        this.clients = clients;
    }

    /** What the gateway answered. */
    record Reply(int status, byte[] body) {}

    @Override
    public int bring(Pushing.Message message) throws IOException, InterruptedException {
        return send(message).status();
    }

    /** @throws IOException if there is no answer */
    Reply send(Pushing.Message message) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(message.to()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", message.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        HttpResponse<byte[]> answer = known.computeIfAbsent(message.identity(), clients)
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(answer.statusCode(), answer.body());
    }
}
