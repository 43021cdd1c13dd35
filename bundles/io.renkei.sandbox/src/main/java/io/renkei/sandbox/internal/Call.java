package io.renkei.sandbox.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its one answer. */
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final HttpExchange exchange;
    private final String below;
    private final byte[] body;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Call(HttpExchange exchange, String below, byte[] body) {
        this.exchange = exchange;
        this.below = below;
        this.body = body;
    }

    /** @throws Refusal (413) if the body has more bytes than allowed */
    static Call read(HttpExchange exchange, String base, int maxBytes) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw new Refusal(413, "The body is larger than " + maxBytes + " bytes.");
            }
            String path = exchange.getRequestURI().getPath();
            return new Call(exchange, path.substring(Math.min(base.length(), path.length())), body);
        }
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** Path and query as they came. */
    URI address() {
        return exchange.getRequestURI();
    }

    /** The decoded path below the simulator's own, empty or with a slash at its start. */
    String path() {
        return below;
    }

    /** The parts of {@link #path()}, none of them empty. */
    String[] segments() {
        String trimmed = below.replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? new String[0] : trimmed.split("/+");
    }

    /** Empty when it is not there. */
    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The bytes as received; not to be changed. */
    byte[] body() {
        return body;
    }

    /** @throws Refusal (400) if the body is no JSON */
    JsonNode json() throws IOException {
        try {
            return Answer.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "The body is no JSON.");
        }
    }

    Map<String, String> query() {
        return decoded(exchange.getRequestURI().getRawQuery());
    }

    /** The fields of a body of type {@code application/x-www-form-urlencoded}. */
    Map<String, String> form() {
        return decoded(new String(body, StandardCharsets.UTF_8));
    }

    /** The certificate that the caller proved to own; empty without TLS. */
    Optional<X509Certificate> peer() {
        if (exchange instanceof HttpsExchange secure) {
            try {
                return Optional.of((X509Certificate) secure.getSSLSession().getPeerCertificates()[0]);
            } catch (SSLPeerUnverifiedException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Answers, from whatever thread; only the first answer counts, and a caller that went away is no error. */
    void answer(Answer answer) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try (exchange) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            if (!answer.type().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", answer.type());
            }
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (IOException e) {
            LOG.debug("The caller did not wait for its answer", e);
        }
    }

    /** Closes the connection without an answer. */
    void drop() {
        if (ended.compareAndSet(false, true)) {
            exchange.close();
        }
    }

    private static Map<String, String> decoded(String raw) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
