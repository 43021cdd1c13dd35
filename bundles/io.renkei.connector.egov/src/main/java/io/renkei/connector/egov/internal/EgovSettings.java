package io.renkei.connector.egov.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.LaneSettings;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One instance.
 *
 * @param auth of the authorization server, without a slash at its end
 * @param settle after the longest dispatch, when a filing that is not listed has never arrived
 * @param tables e-Gov's identifiers of procedures and offices
 */
record EgovSettings(
        DestinationId destination,
        HttpSettings http,
        URI auth,
        String clientId,
        boolean trial,
        LaneSettings lane,
        Duration settle,
        Duration tokenMargin,
        int listLimit,
        int listPages,
        boolean correctionLate,
        EgovTables tables) {

    /**
     * Reads the configuration.
     *
     * @param properties the same configuration, for the keys of procedures and offices
     * @throws IllegalArgumentException with one line per fault
     */
    static EgovSettings of(EgovConfig config, Map<String, ?> properties) {
        SettingsCheck check = new SettingsCheck();
        Optional<DestinationId> destination = check.read("destination", () -> new DestinationId(config.destination()));
        Optional<HttpSettings> http = HttpSettings.read(
                check,
                config.endpoint_url(),
                config.tls_trust(),
                config.tls_identity(),
                config.connect_timeout_millis(),
                config.response_timeout_millis(),
                config.total_timeout_millis());
        Optional<URI> auth = check.read("auth.url", () -> HttpSettings.url(config.auth_url(), config.tls_trust()));
        Optional<LaneSettings> lane = check.read("lane", () -> lane(config));
        check.require(!config.client_id().isBlank(), "client.id is missing");
        check.within("settle.millis", config.settle_millis(), 0, 86_400_000);
        check.within("token.margin.millis", config.token_margin_millis(), 0, 3_000_000);
        check.within("list.limit", config.list_limit(), 1, 50);
        check.within("list.pages", config.list_pages(), 1, 9_999);
        List<String> faults = new ArrayList<>();
        EgovTables tables = EgovTables.of(properties, faults);
        faults.forEach(fault -> check.require(false, fault));
        check.finish();
        return new EgovSettings(
                destination.orElseThrow(),
                http.orElseThrow(),
                auth.orElseThrow(),
                config.client_id(),
                config.trial(),
                lane.orElseThrow(),
                Duration.ofMillis(config.settle_millis()),
                Duration.ofMillis(config.token_margin_millis()),
                config.list_limit(),
                config.list_pages(),
                config.correction_late(),
                tables);
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
}
