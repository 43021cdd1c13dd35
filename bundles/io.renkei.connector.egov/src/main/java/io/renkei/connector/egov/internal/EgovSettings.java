package io.renkei.connector.egov.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.LaneSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One instance.
 *
 * @param endpoint of the API, without a slash at its end
 * @param auth of the authorization server, without a slash at its end
 * @param trust the authorities of e-Gov's certificates; empty only for plain HTTP to this machine
 * @param settle after the longest dispatch, when a filing that is not listed has never arrived
 * @param tables e-Gov's identifiers of procedures and offices
 */
record EgovSettings(
        DestinationId destination,
        URI endpoint,
        URI auth,
        String clientId,
        Optional<Path> trust,
        Optional<Path> identity,
        boolean trial,
        Duration connect,
        Duration response,
        LaneSettings lane,
        Duration settle,
        Duration tokenMargin,
        int listLimit,
        int listPages,
        EgovTables tables) {

    /**
     * Reads the configuration.
     *
     * @param properties the same configuration, for the keys of procedures and offices
     * @throws IllegalArgumentException with one line per fault
     */
    static EgovSettings of(EgovConfig config, Map<String, ?> properties) {
        List<String> faults = new ArrayList<>();
        Optional<DestinationId> destination =
                tried("destination", () -> new DestinationId(config.destination()), faults);
        Optional<URI> endpoint = tried("endpoint.url", () -> url(config.endpoint_url(), config.tls_trust()), faults);
        Optional<URI> auth = tried("auth.url", () -> url(config.auth_url(), config.tls_trust()), faults);
        Optional<LaneSettings> lane = tried("lane", () -> lane(config), faults);
        require(!config.client_id().isBlank(), "client.id is missing", faults);
        require(
                config.total_timeout_millis() >= config.connect_timeout_millis() + config.response_timeout_millis(),
                "total.timeout.millis is at least connect.timeout.millis and response.timeout.millis together",
                faults);
        require(within(config.connect_timeout_millis(), 10, 60_000), "connect.timeout.millis: 10 to 60000", faults);
        require(within(config.response_timeout_millis(), 10, 300_000), "response.timeout.millis: 10 to 300000", faults);
        require(within(config.settle_millis(), 0, 86_400_000), "settle.millis lies between 0 and 86400000", faults);
        require(within(config.token_margin_millis(), 0, 3_000_000), "token.margin.millis: 0 to 3000000", faults);
        require(within(config.list_limit(), 1, 50), "list.limit lies between 1 and 50", faults);
        require(within(config.list_pages(), 1, 9_999), "list.pages lies between 1 and 9999", faults);
        EgovTables tables = EgovTables.of(properties, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new EgovSettings(
                destination.orElseThrow(),
                endpoint.orElseThrow(),
                auth.orElseThrow(),
                config.client_id(),
                file(config.tls_trust()),
                file(config.tls_identity()),
                config.trial(),
                Duration.ofMillis(config.connect_timeout_millis()),
                Duration.ofMillis(config.response_timeout_millis()),
                lane.orElseThrow(),
                Duration.ofMillis(config.settle_millis()),
                Duration.ofMillis(config.token_margin_millis()),
                config.list_limit(),
                config.list_pages(),
                tables);
    }

    /** The longest that one call takes. */
    Duration call() {
        return connect.plus(response);
    }

    private static LaneSettings lane(EgovConfig config) {
        return new LaneSettings(
                config.concurrency(),
                Duration.ofMillis(config.total_timeout_millis()),
                config.attempts(),
                Duration.ofMillis(config.backoff_first_millis()),
                Duration.ofMillis(config.backoff_longest_millis()),
                Duration.ofMillis(config.reconcile_pause_millis()));
    }

    /** HTTPS with named authorities, or plain HTTP to this machine itself. */
    private static URI url(String text, String trust) {
        URI url = URI.create(text);
        boolean local = List.of("localhost", "127.0.0.1").contains(String.valueOf(url.getHost()));
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

    private static Optional<Path> file(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    }

    private static boolean within(long value, long least, long most) {
        return value >= least && value <= most;
    }

    private static void require(boolean holds, String sentence, List<String> faults) {
        if (!holds) {
            faults.add(sentence);
        }
    }

    private static <T> Optional<T> tried(String key, Supplier<T> value, List<String> faults) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            faults.add(key + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
