package io.renkei.delivery.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.outgoing.OutgoingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One delivery service, or one company's own store, as configured.
 *
 * @param service its id, which is the name of its channel
 * @param way how notices are brought there
 * @param address https, with a host; without a query for a store
 * @param trust PEM file with the authorities of its server
 * @param identity PEM file with the gateway's own key and certificates; empty for none
 * @param partners whose notices go there
 * @param giveUp how long after it became available a notice is tried
 * @param patience the longest one call takes
 * @param longestPause between two tries, unless the service asks for more
 * @param parallel most calls at once
 */
record DeliverySettings(
        String service,
        Way way,
        URI address,
        Path trust,
        Optional<Path> identity,
        Set<PartnerId> partners,
        Duration giveUp,
        Duration patience,
        Duration longestPause,
        int parallel) {

    /** What a call may take longer than its patience on a machine that is busy, before another node takes it over. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Pattern SERVICE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SERVICE = 32;
    private static final int MOST_PARTNERS = 500;

    /** So that there is room for the id of a notice behind it where the reference is kept. */
    private static final int LONGEST_STORE = 300;

    /** Channels of the gateway's own. */
    private static final Set<String> TAKEN = Set.of(Delivery.PORTAL, "issuer");

    DeliverySettings {
        partners = Set.copyOf(partners);
    }

    /** @throws IllegalArgumentException with one line per fault */
    static DeliverySettings of(DeliveryConfig config) {
        OutgoingSettings read = new OutgoingSettings();
        String service = config.service().strip();
        read.require(
                service.length() <= LONGEST_SERVICE && SERVICE.matcher(service).matches() && !TAKEN.contains(service),
                "service has to be lower-case words joined by hyphens, 32 characters at most, and not portal or issuer");
        Optional<URI> address = read.address("url", config.url());
        Optional<Way> way = way(config.way().strip());
        read.require(way.isPresent(), "way is post or store");
        if (way.filter(Way.STORE::equals).isPresent()) {
            address.ifPresent(url -> read.require(
                    url.getRawQuery() == null && url.toString().length() <= LONGEST_STORE,
                    "url of a store has no query, and " + LONGEST_STORE + " characters at most"));
        }
        Optional<Path> trust = read.trust(config.tls_trust(), "the service's server");
        Optional<Path> identity = read.identity(config.tls_identity());
        Set<PartnerId> partners = partners(config.partners(), read);
        read.within("give.up.days", config.give_up_days(), 1, 90);
        read.within("answer.timeout.millis", config.answer_timeout_millis(), 1_000, 300_000);
        read.within("longest.pause.millis", config.longest_pause_millis(), 1_000, 3_600_000);
        read.within("parallel.calls", config.parallel_calls(), 1, 32);
        read.finish();
        return new DeliverySettings(
                service,
                way.orElseThrow(),
                address.orElseThrow(),
                trust.orElseThrow(),
                identity,
                partners,
                Duration.ofDays(config.give_up_days()),
                Duration.ofMillis(config.answer_timeout_millis()),
                Duration.ofMillis(config.longest_pause_millis()),
                config.parallel_calls());
    }

    private static Optional<Way> way(String word) {
        return Arrays.stream(Way.values())
                .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Set<PartnerId> partners(String text, OutgoingSettings read) {
        List<String> words = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        Set<PartnerId> partners = new HashSet<>();
        for (String word : words) {
            try {
                partners.add(new PartnerId(word));
            } catch (IllegalArgumentException e) {
                read.require(false, "partners: " + e.getMessage());
            }
        }
        read.require(partners.size() <= MOST_PARTNERS, "partners has " + MOST_PARTNERS + " ids at most");
        return partners;
    }

    /** For how long one try has a notice to itself. */
    Duration lease() {
        return patience.plus(MARGIN);
    }
}
