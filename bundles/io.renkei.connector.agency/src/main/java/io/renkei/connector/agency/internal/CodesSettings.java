package io.renkei.connector.agency.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.util.Map;
import java.util.Optional;

/**
 * The service of linkage codes.
 *
 * @param agencies their codes (機関コード)
 * @param parallel most calls at once
 */
record CodesSettings(DestinationId destination, HttpSettings http, Map<DestinationId, String> agencies, int parallel) {

    /** @throws IllegalArgumentException with one line per fault */
    static CodesSettings of(CodesConfig config) {
        SettingsCheck check = new SettingsCheck();
        Optional<DestinationId> destination = check.read("destination", () -> new DestinationId(config.destination()));
        Optional<HttpSettings> http = HttpSettings.read(
                check,
                config.endpoint_url(),
                config.tls_trust(),
                config.tls_identity(),
                config.connect_timeout_millis(),
                config.response_timeout_millis(),
                config.connect_timeout_millis() + config.response_timeout_millis());
        Optional<Map<DestinationId, String>> agencies = check.read(
                "agency.codes",
                () -> AgencySettings.pairs(config.agency_codes(), DestinationId::new, CodesSettings::code));
        check.within("connect.timeout.millis", config.connect_timeout_millis(), 10, 20_000);
        check.within("response.timeout.millis", config.response_timeout_millis(), 10, 40_000);
        check.within("parallel.calls", config.parallel_calls(), 1, 64);
        check.finish();
        return new CodesSettings(
                destination.orElseThrow(), http.orElseThrow(), agencies.orElseThrow(), config.parallel_calls());
    }

    private static String code(String text) {
        if (!text.matches("[0-9A-Z]{16}")) {
            throw new IllegalArgumentException("a code has 16 digits or capital letters");
        }
        return text;
    }
}
