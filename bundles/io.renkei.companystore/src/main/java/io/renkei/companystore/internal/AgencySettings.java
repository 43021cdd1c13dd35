package io.renkei.companystore.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How one destination is told.
 *
 * @param address https, with a host
 * @param trust PEM file with the authorities of its server
 * @param identity PEM file with the gateway's own key and certificates; empty for none
 * @param patience the longest one call takes
 * @param longestPause between two tries
 */
record AgencySettings(
        DestinationId destination,
        URI address,
        Path trust,
        Optional<Path> identity,
        Duration patience,
        Duration longestPause) {

    /** What a call may take longer than its patience on a machine that is busy, before another node tells. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException with one line per fault */
    static AgencySettings of(AgencyConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        Optional<DestinationId> destination = destination(config.destination().strip());
        read.require(destination.isPresent(), "destination has to be the id of a destination");
        Optional<URI> address = read.address("webhook.url", config.webhook_url());
        Optional<Path> trust = read.trust(config.tls_trust(), "the destination's server");
        Optional<Path> identity = read.identity(config.tls_identity());
        read.within("answer.timeout.millis", config.answer_timeout_millis(), 100, 60_000);
        read.within("longest.pause.millis", config.longest_pause_millis(), 1_000, 3_600_000);
        read.finish();
        return new AgencySettings(
                destination.orElseThrow(),
                address.orElseThrow(),
                trust.orElseThrow(),
                identity,
                Duration.ofMillis(config.answer_timeout_millis()),
                Duration.ofMillis(config.longest_pause_millis()));
    }

    private static Optional<DestinationId> destination(String text) {
        try {
            return Optional.of(new DestinationId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For how long one call has the list to itself. */
    Duration lease() {
        return patience.plus(MARGIN);
    }
}
