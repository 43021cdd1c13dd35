package io.renkei.door.pages.internal;

import io.renkei.ports.access.Listener;
import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How the pages are reached.
 *
 * @param people where the pages are
 * @param certificate where a certificate is asked for; the same host, so that the browser sends its cookies there too
 */
record PagesSettings(URI people, URI certificate, Duration waiting, Duration answersShown, int atOnce) {

    private static final int HTTPS = 443;

    /** @throws IllegalArgumentException with one line per fault */
    static PagesSettings of(PagesConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        Optional<URI> people = origin(read, "people.address", config.people_address());
        Optional<URI> certificate = origin(read, "certificate.address", config.certificate_address());
        if (people.isPresent() && certificate.isPresent()) {
            read.require(
                    people.get().getHost().equalsIgnoreCase(certificate.get().getHost())
                            && port(people.get()) != port(certificate.get()),
                    "people.address and certificate.address are one host with two ports");
        }
        read.within("waiting.seconds", config.waiting_seconds(), 1, 60);
        read.within("answers.shown.minutes", config.answers_shown_minutes(), 5, 120);
        read.within("requests.at.once", config.requests_at_once(), 1, 1000);
        read.finish();
        return new PagesSettings(
                people.orElseThrow(),
                certificate.orElseThrow(),
                Duration.ofSeconds(config.waiting_seconds()),
                Duration.ofMinutes(config.answers_shown_minutes()),
                config.requests_at_once());
    }

    private static Optional<URI> origin(OutgoingSettings read, String key, String text) {
        Optional<URI> address = read.address(key, text);
        read.require(
                address.isEmpty()
                        || address.get().getRawPath().isEmpty() && address.get().getRawQuery() == null,
                key + " has no path and no slash at its end");
        return address;
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? HTTPS : address.getPort();
    }

    /** Without a slash at the end. */
    URI origin(Listener listener) {
        return listener == Listener.PEOPLE ? people : certificate;
    }
}
