package io.renkei.portal.internal;

import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the portal is reached.
 *
 * @param address https, with a host
 * @param trust PEM file with the authorities of its server
 * @param identity PEM file with the gateway's own key and certificates; empty for none
 * @param patience the longest one call takes
 * @param longestPause between two tries
 */
record PortalSettings(URI address, Path trust, Optional<Path> identity, Duration patience, Duration longestPause) {

    /**
     * Reads the settings.
     *
     * @return empty if no portal is configured
     * @throws IllegalArgumentException with one line per fault
     */
    static Optional<PortalSettings> of(PortalConfig config) {
        if (config.webhook_url().isBlank()) {
            return Optional.empty();
        }
        OutgoingSettings read = new OutgoingSettings();
        Optional<URI> address = read.address("webhook.url", config.webhook_url());
        Optional<Path> trust = read.trust(config.tls_trust(), "the portal's server");
        Optional<Path> identity = read.identity(config.tls_identity());
        read.within("answer.timeout.millis", config.answer_timeout_millis(), 100, 60_000);
        read.within("longest.pause.millis", config.longest_pause_millis(), 1_000, 600_000);
        read.finish();
        return Optional.of(new PortalSettings(
                address.orElseThrow(),
                trust.orElseThrow(),
                identity,
                Duration.ofMillis(config.answer_timeout_millis()),
                Duration.ofMillis(config.longest_pause_millis())));
    }
}
