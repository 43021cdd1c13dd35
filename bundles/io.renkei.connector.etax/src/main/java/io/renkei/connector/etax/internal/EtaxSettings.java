package io.renkei.connector.etax.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.LaneSettings;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.time.Duration;
import java.util.Optional;

/**
 * The one instance.
 *
 * @param settle after the longest dispatch, when a filing that is not found has never arrived
 * @param form of procedure 18
 */
record EtaxSettings(HttpSettings http, LaneSettings lane, Duration settle, XtxForm form) {

    static final DestinationId DESTINATION = new DestinationId("e-tax");

    /** @throws IllegalArgumentException with one line per fault */
    static EtaxSettings of(EtaxConfig config) {
        SettingsCheck check = new SettingsCheck();
        Optional<HttpSettings> http = HttpSettings.read(
                check,
                config.endpoint_url(),
                config.tls_trust(),
                config.tls_identity(),
                config.connect_timeout_millis(),
                config.response_timeout_millis(),
                config.total_timeout_millis());
        Optional<LaneSettings> lane = check.read("lane", () -> lane(config));
        Optional<XtxForm> form = check.read("form", () -> form(config));
        check.within("settle.millis", config.settle_millis(), 0, 86_400_000);
        check.finish();
        return new EtaxSettings(
                http.orElseThrow(), lane.orElseThrow(), Duration.ofMillis(config.settle_millis()), form.orElseThrow());
    }

    private static LaneSettings lane(EtaxConfig config) {
        return new LaneSettings(
                config.concurrency(),
                Duration.ofMillis(config.total_timeout_millis()),
                config.attempts(),
                Duration.ofMillis(config.backoff_first_millis()),
                Duration.ofMillis(config.backoff_longest_millis()),
                Duration.ofMillis(config.reconcile_pause_millis()));
    }

    private static XtxForm form(EtaxConfig config) {
        return new XtxForm(
                config.form_namespace(),
                config.form_procedure_id(),
                config.form_procedure_version(),
                config.form_id(),
                config.form_version());
    }
}
