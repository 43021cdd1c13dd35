package io.renkei.connector.privatedelivery.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.http.HttpSettings;
import io.renkei.http.SettingsCheck;
import java.util.Optional;

/** One instance; the sentences stand in {@link PrivateDeliveryConfig}. */
record PrivateDeliverySettings(
        DestinationId destination, String site, HttpSettings http, int connections, long mostBytes) {

    private static final String DESTINATION = "private-delivery\\.[A-Za-z0-9]+";
    private static final String SITE = "[a-z][a-z0-9-]{0,38}[a-z0-9]";

    /** @throws IllegalArgumentException with one line per fault */
    static PrivateDeliverySettings of(PrivateDeliveryConfig config) {
        SettingsCheck check = new SettingsCheck();
        Optional<DestinationId> destination = check.read("destination", () -> destination(config.destination()));
        check.require(config.site().matches(SITE), "site is the id of a linked site: " + SITE);
        Optional<HttpSettings> http = HttpSettings.read(
                check,
                config.endpoint_url(),
                config.tls_trust(),
                config.tls_identity(),
                config.connect_timeout_millis(),
                config.response_timeout_millis(),
                config.connect_timeout_millis() + config.response_timeout_millis());
        check.within("connections", config.connections(), 1, 64);
        check.within("document.max.bytes", config.document_max_bytes(), 65_536, 16_777_216);
        check.finish();
        return new PrivateDeliverySettings(
                destination.orElseThrow(),
                config.site(),
                http.orElseThrow(),
                config.connections(),
                config.document_max_bytes());
    }

    private static DestinationId destination(String text) {
        if (!text.matches(DESTINATION)) {
            throw new IllegalArgumentException("it has the form " + DESTINATION);
        }
        return new DestinationId(text);
    }
}
