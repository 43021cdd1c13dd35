package io.renkei.partners.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Caller;
import io.renkei.ports.access.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One partner as configured.
 *
 * @param certificate the PEM file
 */
record PartnerSettings(Caller caller, Path certificate, Limits limits) {

    private static final Set<String> OWN_CHANNELS = Set.of("portal", "issuer");

    PartnerSettings {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(limits, "limits");
    }

    /** @throws IllegalArgumentException with all faults at once, each saying what to write */
    static PartnerSettings of(PartnerConfig config) {
        List<String> faults = new ArrayList<>();
        PartnerId id = read(config.id(), PartnerId::new, "id", faults);
        if (config.certificate().isBlank()) {
            faults.add("certificate: name the PEM file of the client certificate");
        }
        List<Role> roles = words(config.roles()).stream()
                .map(word -> read(word, PartnerSettings::role, "roles", faults))
                .filter(Objects::nonNull)
                .toList();
        List<DestinationId> destinations = words(config.destinations()).stream()
                .map(word -> read(word, DestinationId::new, "destinations", faults))
                .filter(Objects::nonNull)
                .toList();
        if (roles.contains(Role.MINISTRY) && destinations.isEmpty()) {
            faults.add("destinations: a ministry needs at least one");
        }
        if (roles.contains(Role.DELIVERY) && id != null && OWN_CHANNELS.contains(id.value())) {
            faults.add("id: a delivery service is not called portal or issuer, which are channels of the gateway");
        }
        Limits limits = new Limits(config.requests_at_once(), config.requests_per_second(), config.bytes_at_once());
        limits.addFaults(faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new PartnerSettings(
                new Caller(
                        id,
                        roles.stream().collect(Collectors.toSet()),
                        destinations.stream().collect(Collectors.toSet())),
                Path.of(config.certificate().strip()),
                limits);
    }

    PartnerId id() {
        return caller.partner();
    }

    private static Role role(String word) {
        try {
            return Role.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a role is submitter, portal, ministry, delivery or operator", e);
        }
    }

    private static <T> T read(String text, Function<String, T> reader, String key, List<String> faults) {
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            faults.add(key + ": " + e.getMessage());
            return null;
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
