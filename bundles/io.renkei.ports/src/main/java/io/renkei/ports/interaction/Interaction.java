package io.renkei.ports.interaction;

import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A request of a site that waits for the person.
 *
 * @param kind what the site wants of the person
 * @param id 256 random bits, base64url; it stands in a path and is worth nothing without the cookie of its browser
 * @param handover the data that the site asks for, or empty for a sign-on alone
 * @param signedInAfter the person has to have signed in after this moment ({@code prompt=login}, {@code max_age})
 * @param signed the request as the site signed it, if it did, for the receipts of what the person consents to
 * @param language {@code ja} or {@code en} ({@code ui_locales}); empty text where the site asks for neither, and the browser decides
 */
public record Interaction(
        String id,
        Kind kind,
        SiteId site,
        Optional<HandoverId> handover,
        Optional<Instant> signedInAfter,
        Optional<SignedRequest> signed,
        String language,
        Instant until) {

    /** Name of the cookie that ties it to a browser; its value is the secret of {@link Interactions.Begun}. */
    public static final String COOKIE = "__Host-renkei-request";

    /** What a site may send a person for. */
    public enum Kind {
        /** To sign on at the site, and to hand data over to it where {@link Interaction#handover} is there. */
        SIGN_ON,
        /** To be signed out here (OpenID Connect RP-Initiated Logout 1.0, section 2). */
        SIGN_OUT
    }

    public Interaction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(handover, "handover");
        Objects.requireNonNull(signedInAfter, "signedInAfter");
        Objects.requireNonNull(signed, "signed");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(until, "until");
    }
}
