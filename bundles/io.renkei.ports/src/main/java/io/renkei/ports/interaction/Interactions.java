package io.renkei.ports.interaction;

import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.SignedRequest;
import io.renkei.ports.people.Actor;
import io.renkei.ports.people.Session;
import io.renkei.ports.sites.SiteId;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Interactions; on any node, for ten minutes. Safe for use by several threads and several nodes. */
@ProviderType
public interface Interactions {

    /**
     * The protocol begins a sign-on.
     *
     * @param request what the protocol wants to have back, sealed in the store
     */
    Begun begin(
            SiteId site,
            Optional<HandoverId> handover,
            Optional<Instant> signedInAfter,
            Optional<SignedRequest> signed,
            String language,
            byte[] request);

    /** The protocol begins a sign-out; language and request are as for a sign-on. */
    Begun beginSignOut(SiteId site, String language, byte[] request);

    /** One that waits, for the pages; the secret is that of the browser's cookie. */
    Optional<Interaction> find(String id, String secret);

    /** The pages are through. The first outcome counts. */
    void finish(String id, String secret, Outcome outcome);

    /** The protocol takes what came of it, once. */
    Optional<Ended> take(String id, String secret);

    /** @param secret for the cookie; kept as a digest only */
    record Begun(Interaction interaction, String secret) {
        @Override
        public String toString() {
            return interaction.site().toString();
        }
    }

    /** One that is over, with what the protocol left there. */
    record Ended(Interaction interaction, byte[] request, Outcome outcome) {}

    /** What the person did. */
    sealed interface Outcome {

        /** Signed in, linked, and where data was asked for, released. */
        record Granted(Session session, Actor who) implements Outcome {}

        /** Is signed out here: said yes to a sign-out, or was not signed in any more. */
        record SignedOut() implements Outcome {}

        /** Said no, to the link, to the handover, or to the sign-out. */
        record Denied() implements Outcome {}

        /** Could not go on, such as a site that takes no link at this hour. */
        record Unavailable(String code) implements Outcome {}
    }
}
