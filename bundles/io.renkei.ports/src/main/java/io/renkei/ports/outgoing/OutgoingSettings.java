package io.renkei.ports.outgoing;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how another system is reached, and gathers what is wrong, so that all of it is told at once. For one thread. */
public final class OutgoingSettings {

    private final List<String> faults = new ArrayList<>();

    /** An https URL with a host, and without a user or a fragment. */
    public Optional<URI> address(String key, String text) {
        Optional<URI> address = https(text.strip());
        require(address.isPresent(), key + " has to be an https URL with a host, and without a user or a fragment");
        return address;
    }

    private static Optional<URI> https(String text) {
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

    /**
     * The setting {@code tls.trust}.
     *
     * @param server whose authorities it names
     */
    public Optional<Path> trust(String name, String server) {
        require(!name.isBlank(), "tls.trust has to name a PEM file with the authorities of " + server);
        return file("tls.trust", name);
    }

    /** The setting {@code tls.identity}; empty for none. */
    public Optional<Path> identity(String name) {
        return file("tls.identity", name);
    }

    private Optional<Path> file(String key, String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name.strip()));
        } catch (InvalidPathException e) {
            faults.add(key + " is no name of a file");
            return Optional.empty();
        }
    }

    /** Requires that a number lies between two others, both allowed. */
    public void within(String key, long value, long least, long most) {
        require(value >= least && value <= most, key + " lies between " + least + " and " + most);
    }

    /** @param sentence what is true of right settings */
    public void require(boolean holds, String sentence) {
        if (!holds) {
            faults.add(sentence);
        }
    }

    /** @throws IllegalArgumentException with one line per fault, if there is any */
    public void finish() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }
}
