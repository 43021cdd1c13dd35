package io.renkei.ports.artefacts;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What one sign-on at a site gave: the family of its code and all tokens that came of it.
 *
 * @param link the consent that it stands on
 * @param session of the person, when it was given
 * @param details what the provider keeps with it; 8 KiB at most
 * @param until when it is over at the latest
 */
public record SiteGrant(UUID id, SiteId site, ConsentId link, UUID session, byte[] details, Instant until) {

    /** The longest details, in bytes. */
    public static final int MOST_BYTES = 8 * 1024;

    public SiteGrant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(until, "until");
        details = details.clone();
        if (details.length > MOST_BYTES) {
            throw new IllegalArgumentException("the details of a grant have " + MOST_BYTES + " bytes at most");
        }
    }

    @Override
    public byte[] details() {
        return details.clone();
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
