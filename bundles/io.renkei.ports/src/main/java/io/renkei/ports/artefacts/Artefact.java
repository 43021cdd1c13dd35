package io.renkei.ports.artefacts;

import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something of the protocol that whoever knows its secret may use. It prints neither secret nor payload.
 *
 * @param grant what it belongs to and ends with
 * @param payload what the provider keeps with it; 32 KiB at most
 * @param until when it is over; it is not found from then on
 */
public record Artefact(ArtefactKind kind, SiteId site, Optional<UUID> grant, byte[] payload, Instant until) {

    /** The longest payload, in bytes. */
    public static final int MOST_BYTES = 32 * 1024;

    public Artefact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(until, "until");
        payload = payload.clone();
        if (payload.length > MOST_BYTES) {
            throw new IllegalArgumentException("the payload of an artefact has " + MOST_BYTES + " bytes at most");
        }
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public String toString() {
        return kind + " of " + site;
    }
}
