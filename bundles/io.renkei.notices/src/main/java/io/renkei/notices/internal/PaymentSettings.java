package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checked settings; the sentences stand in {@link PaymentsConfig}.
 *
 * @param hosts that links may lead to, in lower case, with their port where it is not 443
 */
record PaymentSettings(ByDestination<Set<String>> hosts, Duration duePause) {

    /** Beginning of the keys that name a destination. */
    static final String HOSTS = "link.hosts.";

    /** A name of RFC 1123 with at least one dot, and a port if it is not the usual one. */
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(:[0-9]{1,5})?");

    /**
     * Checks all settings and reports all faults at once.
     *
     * @param all every key of the file
     * @throws IllegalArgumentException with one sentence per fault, in the terms of the file
     */
    static PaymentSettings of(PaymentsConfig config, Map<String, ?> all) {
        List<String> faults = new ArrayList<>();
        long pause = config.due_pause_millis();
        if (pause < 10 || pause > 3_600_000) {
            faults.add("due.pause.millis lies between 10 and 3600000.");
        }
        ByDestination<Set<String>> hosts = ByDestination.read(all, HOSTS, Set.of(), PaymentSettings::hosts, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(PaymentsConfig.PID + ".cfg: " + String.join(" ", faults));
        }
        return new PaymentSettings(hosts, Duration.ofMillis(pause));
    }

    private static Set<String> hosts(String text) {
        Set<String> hosts = new LinkedHashSet<>();
        for (String each : text.split("\\|")) {
            if (!each.isBlank()) {
                String host = each.strip().toLowerCase(Locale.ROOT);
                if (!HOST.matcher(host).matches()) {
                    throw new IllegalArgumentException("a host is written like pay.example or pay.example:8443");
                }
                hosts.add(host);
            }
        }
        return Set.copyOf(hosts);
    }

    /** Whether a destination's link may lead there. */
    boolean lists(DestinationId from, String host) {
        return hosts.of(from).contains(host);
    }
}
