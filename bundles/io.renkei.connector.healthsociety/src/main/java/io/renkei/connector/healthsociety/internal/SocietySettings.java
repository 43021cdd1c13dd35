package io.renkei.connector.healthsociety.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.LaneSettings;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.time.Duration;
import java.util.Optional;

/**
 * One instance.
 *
 * @param settle after the longest dispatch, when a filing that is not known there has never arrived
 */
record SocietySettings(
        DestinationId destination, HttpSettings http, LaneSettings lane, Duration settle, boolean correctionLate) {

    private static final String DESTINATION = "health-insurance-society\\.[0-9]{8}";

    /** @throws IllegalArgumentException with one line per fault */
    static SocietySettings of(SocietyConfig config) {
        SettingsCheck check = new SettingsCheck();
        Optional<DestinationId> destination = check.read("destination", () -> destination(config.destination()));
        Optional<HttpSettings> http = HttpSettings.read(
                check,
                config.endpoint_url(),
                config.tls_trust(),
                config.tls_identity(),
                config.connect_timeout_millis(),
                config.response_timeout_millis(),
                config.total_timeout_millis());
        Optional<LaneSettings> lane = check.read("lane", () -> lane(config));
        check.within("settle.millis", config.settle_millis(), 0, 86_400_000);
        check.finish();
        return new SocietySettings(
                destination.orElseThrow(),
                http.orElseThrow(),
                lane.orElseThrow(),
                Duration.ofMillis(config.settle_millis()),
                config.correction_late());
    }

    private static DestinationId destination(String text) {
        if (!text.matches(DESTINATION)) {
            throw new IllegalArgumentException("it has the form " + DESTINATION);
        }
        return new DestinationId(text);
    }

    private static LaneSettings lane(SocietyConfig config) {
        return new LaneSettings(
                config.concurrency(),
                Duration.ofMillis(config.total_timeout_millis()),
                config.attempts(),
                Duration.ofMillis(config.backoff_first_millis()),
                Duration.ofMillis(config.backoff_longest_millis()),
                Duration.ofMillis(config.reconcile_pause_millis()));
    }
}
