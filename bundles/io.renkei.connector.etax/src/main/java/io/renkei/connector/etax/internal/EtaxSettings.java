package io.renkei.connector.etax.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.MessageReader.Box;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one instance.
 *
 * @param settle after the longest dispatch, when a filing that is not found has never arrived
 * @param form of procedure 18
 * @param boxes message boxes that are emptied
 */
record EtaxSettings(HttpSettings http, LaneSettings lane, Duration settle, XtxForm form, List<Box> boxes) {

    private static final int MOST_BOXES = 1_000;

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
        Optional<List<Box>> boxes = check.read("message.boxes", () -> boxes(config));
        check.finish();
        return new EtaxSettings(
                http.orElseThrow(),
                lane.orElseThrow(),
                Duration.ofMillis(config.settle_millis()),
                form.orElseThrow(),
                boxes.orElseThrow());
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

    /** Each as partner, colon, filer's number (利用者識別番号, 16 digits); a box belongs to one partner. */
    private static List<Box> boxes(EtaxConfig config) {
        List<Box> boxes = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (String each : config.message_boxes().split(",")) {
            String[] parts = each.strip().split(":", -1);
            if (each.isBlank()) {
                continue;
            }
            if (parts.length != 2 || !parts[1].matches("[0-9]{16}") || !numbers.add(parts[1])) {
                throw new IllegalArgumentException(
                        "a box is a partner, a colon and a number of 16 digits, and each number stands there once");
            }
            boxes.add(new Box(parts[1], new PartnerId(parts[0])));
        }
        boolean isProven = config.endpoint_url().startsWith("https://")
                && !config.tls_identity().isBlank();
        if (!boxes.isEmpty() && !isProven) {
            throw new IllegalArgumentException(
                    "a box is opened over https alone and with tls.identity, since its messages carry no seal");
        }
        if (boxes.size() > MOST_BOXES) {
            throw new IllegalArgumentException("there are at most " + MOST_BOXES + " boxes");
        }
        return List.copyOf(boxes);
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
