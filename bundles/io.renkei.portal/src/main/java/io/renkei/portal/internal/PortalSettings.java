package io.renkei.portal.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        List<String> faults = new ArrayList<>();
        Optional<URI> address = address(config.webhook_url().strip());
        if (address.isEmpty()) {
            faults.add("webhook.url has to be an https URL with a host, and without a user or a fragment");
        }
        Optional<Path> trust = file("tls.trust", config.tls_trust(), faults);
        if (config.tls_trust().isBlank()) {
            faults.add("tls.trust has to name a PEM file with the authorities of the portal's server");
        }
        Optional<Path> identity = file("tls.identity", config.tls_identity(), faults);
        within("answer.timeout.millis", config.answer_timeout_millis(), 100, 60_000, faults);
        within("longest.pause.millis", config.longest_pause_millis(), 1_000, 600_000, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return Optional.of(new PortalSettings(
                address.orElseThrow(),
                trust.orElseThrow(),
                identity,
                Duration.ofMillis(config.answer_timeout_millis()),
                Duration.ofMillis(config.longest_pause_millis())));
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            boolean fits = "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
            return fits ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> file(String key, String name, List<String> faults) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name.strip()));
        } catch (InvalidPathException e) {
            faults.add(key + " is no name of a file");
            return Optional.empty();
        }
    }

    private static void within(String key, long value, long least, long most, List<String> faults) {
        if (value < least || value > most) {
            faults.add(key + " lies between " + least + " and " + most);
        }
    }
}
