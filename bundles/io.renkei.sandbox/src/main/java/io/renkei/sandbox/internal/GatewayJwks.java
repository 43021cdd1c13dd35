package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's certificates, from the keys it publishes (RFC 7517); kept until a new one is asked for. */
final class GatewayJwks implements GatewaySeals.GatewayCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayJwks.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient http;
    private final URI jwks;
    private final Clock clock;
    private volatile List<X509Certificate> known = List.of();
    private Instant asked = Instant.EPOCH;

    GatewayJwks(HttpClient http, URI jwks, Clock clock) {
        this.http = http;
        this.jwks = jwks;
        this.clock = clock;
    }

    @Override
    public List<X509Certificate> known() {
        return known;
    }

    @Override
    public synchronized List<X509Certificate> refreshed() {
        Instant now = clock.instant();
        if (!now.isBefore(asked.plus(PAUSE))) {
            asked = now;
            try {
                known = fetch();
            } catch (IOException | GeneralSecurityException e) {
                LOG.warn("The gateway's keys cannot be had from {}; start the gateway", jwks, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return known;
    }

    private List<X509Certificate> fetch() throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest request =
                HttpRequest.newBuilder(jwks).timeout(Duration.ofSeconds(5)).build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("the gateway answered " + response.statusCode());
        }
        List<X509Certificate> found = new ArrayList<>();
        for (JsonNode key : Answer.JSON.readTree(response.body()).path("keys")) {
            if (key.path("x5c").path(0).isTextual()) {
                found.add(Pem.certificate(
                        Base64.getDecoder().decode(key.path("x5c").path(0).textValue())));
            }
        }
        return List.copyOf(found);
    }
}
