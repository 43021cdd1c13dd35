package io.renkei.door.tls.internal;

import io.renkei.ports.access.Listener;
import io.renkei.ports.config.SecretReference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A listener as configured. */
record ListenerSettings(Listener kind, String host, int port, StoreFile own, Duration warning) {

    private static final Map<String, Listener> KINDS =
            Map.of("people", Listener.PEOPLE, "people-tls", Listener.PEOPLE_TLS);

    /** @throws IllegalArgumentException with one line per fault */
    static ListenerSettings of(ListenerConfig config) {
        List<String> faults = new ArrayList<>();
        Optional<Listener> kind = Optional.ofNullable(KINDS.get(config.kind().strip()));
        if (kind.isEmpty()) {
            faults.add("kind is people or people-tls");
        }
        if (config.host().isBlank()) {
            faults.add("host has to name an address");
        }
        if (config.port() < 1 || config.port() > 65_535) {
            faults.add("port lies between 1 and 65535");
        }
        if (config.expiry_warning_days() < 1) {
            faults.add("expiry.warning.days is at least 1");
        }
        Optional<Path> file = file(config.keystore(), faults);
        Optional<String> password = password(config.keystore_password(), faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new ListenerSettings(
                kind.orElseThrow(),
                config.host().strip(),
                config.port(),
                new StoreFile(file.orElseThrow(), password.orElseThrow()),
                Duration.ofDays(config.expiry_warning_days()));
    }

    private static Optional<Path> file(String name, List<String> faults) {
        try {
            if (!name.isBlank()) {
                return Optional.of(Path.of(name.strip()));
            }
        } catch (InvalidPathException e) {
            faults.add("keystore is no name of a file");
            return Optional.empty();
        }
        faults.add("keystore has to name a PKCS#12 file");
        return Optional.empty();
    }

    private static Optional<String> password(String reference, List<String> faults) {
        try {
            return Optional.of(SecretReference.resolve(reference.strip()));
        } catch (IllegalArgumentException e) {
            faults.add("keystore.password: " + e.getMessage());
            return Optional.empty();
        }
    }

    boolean wantsCertificates() {
        return kind == Listener.PEOPLE_TLS;
    }

    /** The password stands in it, so it is never printed. */
    @Override
    public String toString() {
        return kind + " at " + host + ":" + port;
    }
}
