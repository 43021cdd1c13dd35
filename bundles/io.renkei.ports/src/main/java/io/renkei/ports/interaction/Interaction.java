package io.renkei.ports.interaction;

import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A request of a site that waits for the person.
 *
 * @param id 256 random bits, base64url; it stands in a path and is worth nothing without the cookie of its browser
 * @param handover the data that the site asks for, or empty for a sign-on alone
 * @param signedInAfter the person has to have signed in after this moment ({@code prompt=login}, {@code max_age})
 * @param language {@code ja} or {@code en} ({@code ui_locales}); empty text where the site asks for neither, and the browser decides
 */
public record Interaction(
        String id,
        SiteId site,
        Optional<HandoverId> handover,
        Optional<Instant> signedInAfter,
        String language,
        Instant until) {

    /** Name of the cookie that ties it to a browser; its value is the secret of {@link Interactions.Begun}. */
    public static final String COOKIE = "__Host-renkei-request";

    public Interaction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(handover, "handover");
        Objects.requireNonNull(signedInAfter, "signedInAfter");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(until, "until");
    }
}
