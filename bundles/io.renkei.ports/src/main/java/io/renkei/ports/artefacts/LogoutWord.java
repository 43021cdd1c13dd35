package io.renkei.ports.artefacts;

import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Word of a logout that a site has to get (OpenID Connect Back-Channel Logout 1.0). It prints no subject.
 *
 * @param key makes it one: what was noticed twice is told once; ASCII, 120 characters at most
 * @param subject the person, as the site knows it
 * @param session the session that ended, or empty where all of them did
 * @param tries that failed so far
 * @param until when the site is told no more
 */
public record LogoutWord(String key, SiteId site, String subject, Optional<UUID> session, int tries, Instant until) {

    public LogoutWord {
        if (key.isEmpty() || key.length() > 120) {
            throw new IllegalArgumentException("the key of a word has 1 to 120 characters");
        }
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(until, "until");
    }

    @Override
    public String toString() {
        return key;
    }
}
