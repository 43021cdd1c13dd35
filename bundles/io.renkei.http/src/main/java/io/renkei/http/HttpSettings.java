package io.renkei.http;

import io.renkei.api.spi.TlsContexts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How one instance reaches its destination.
 *
 * @param endpoint without a slash at its end
 * @param trust the authorities of the other side's certificates, PEM; empty only for plain HTTP to this machine
 * @param identity the gateway's key and certificates, PEM; empty for none
 * @param connect the longest wait for a connection
 * @param response the longest wait for an answer
 */
public record HttpSettings(
        URI endpoint, Optional<Path> trust, Optional<Path> identity, Duration connect, Duration response) {

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1");

    /**
     * Reads the keys that a connector over HTTP has: {@code endpoint.url}, {@code tls.trust}, {@code tls.identity}, {@code
     * connect.timeout.millis} (10 to 60000), {@code response.timeout.millis} (10 to 300000) and {@code
     * total.timeout.millis} (at least the other two together, so that one call always fits in).
     *
     * @param check gets the faults
     * @return empty if the endpoint has a fault; to be used once {@link SettingsCheck#finish()} has passed
     */
    public static Optional<HttpSettings> read(
            SettingsCheck check,
            String endpoint,
            String trust,
            String identity,
            long connectMillis,
            long responseMillis,
            long totalMillis) {
        Optional<URI> url = check.read("endpoint.url", () -> url(endpoint, trust));
        check.within("connect.timeout.millis", connectMillis, 10, 60_000);
        check.within("response.timeout.millis", responseMillis, 10, 300_000);
        check.require(
                totalMillis >= connectMillis + responseMillis,
                "total.timeout.millis is at least connect.timeout.millis and response.timeout.millis together");
        return url.map(target -> new HttpSettings(
                target,
                file(trust),
                file(identity),
                Duration.ofMillis(connectMillis),
                Duration.ofMillis(responseMillis)));
    }

    /**
     * HTTPS with named authorities, or plain HTTP to this machine itself.
     *
     * @param trust the value of {@code tls.trust}
     * @throws IllegalArgumentException with a sentence that says what a right URL is
     */
    public static URI url(String text, String trust) {
        URI url = URI.create(text);
        boolean local = THIS_MACHINE.contains(String.valueOf(url.getHost()));
        boolean secure = "https".equals(url.getScheme()) && !trust.isEmpty();
        if (url.getHost() == null || text.endsWith("/") || url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("it is a URL with a host and without a slash at its end");
        }
        if (!secure && !(local && "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "it is an https URL, and tls.trust names the authorities of its certificate");
        }
        return url;
    }

    /** The longest that one call of {@link ConnectorHttp.Client} takes, its answer included. */
    public Duration call() {
        return connect.plus(response);
    }

    /**
     * The context for https.
     *
     * @throws IllegalArgumentException with a sentence that says which file is wrong
     */
    public Optional<SSLContext> tls(TlsContexts contexts) {
        return trust.map(authorities -> contexts.client(authorities, identity));
    }

    private static Optional<Path> file(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    }
}
