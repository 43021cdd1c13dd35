package io.renkei.companystore.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One company's store as configured.
 *
 * @param partner whose it is
 * @param address https, with a host and without a query; it does not end with a slash
 * @param trust PEM file with the authorities of its server
 * @param identity PEM file with the gateway's own key and certificates; empty for none
 * @param patience the longest that fetching one object takes
 * @param mostBytes the largest object
 * @param parallel most objects that are fetched at once
 */
record StoreSettings(
        PartnerId partner,
        String address,
        Path trust,
        Optional<Path> identity,
        Duration patience,
        long mostBytes,
        int parallel) {

    private static final long LARGEST = 1L << 30;

    /** @throws IllegalArgumentException with one line per fault */
    static StoreSettings of(StoreConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        Optional<PartnerId> partner = partner(config.partner().strip());
        read.require(partner.isPresent(), "partner has to be the id of a partner");
        Optional<URI> address = read.address("url", config.url());
        read.require(address.map(URI::getRawQuery).isEmpty(), "url has no query: the paths of objects stand below it");
        Optional<Path> trust = read.trust(config.tls_trust(), "the store's server");
        Optional<Path> identity = read.identity(config.tls_identity());
        read.within("answer.timeout.millis", config.answer_timeout_millis(), 1_000, 300_000);
        read.within("object.max.bytes", config.object_max_bytes(), 1, LARGEST);
        read.within("parallel.calls", config.parallel_calls(), 1, 32);
        read.finish();
        return new StoreSettings(
                partner.orElseThrow(),
                address.orElseThrow().toString().replaceAll("/+$", ""),
                trust.orElseThrow(),
                identity,
                Duration.ofMillis(config.answer_timeout_millis()),
                config.object_max_bytes(),
                config.parallel_calls());
    }

    private static Optional<PartnerId> partner(String text) {
        try {
            return Optional.of(new PartnerId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
