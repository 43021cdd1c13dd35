package io.renkei.ports.artefacts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Artefacts, kept by the SHA-256 of their secret. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface Artefacts {

    /**
     * Keeps one.
     *
     * @param secret at least 128 random bits, or what must not come again
     * @param most how many of this kind a site may have at once, those that are over and not yet swept
     *     included; {@link Integer#MAX_VALUE} for no bound. Each node may go past it by a sixteenth, since they are not
     *     counted each time
     */
    Kept keep(String secret, Artefact artefact, int most);

    /**
     * Keeps several at once, without a bound: all of them or, if there is one with one of these secrets, none.
     *
     * @param artefacts by their secrets, each of at least 128 random bits
     */
    Kept keep(Map<String, Artefact> artefacts);

    /** One that is neither used nor over, and whose grant has not ended. */
    Optional<Artefact> find(ArtefactKind kind, String secret, Instant now);

    /** Uses one, once: of several at the same time one is the first. */
    Use use(ArtefactKind kind, String secret, Instant now);

    /** Ends one. Once more changes nothing. */
    void forget(ArtefactKind kind, String secret);

    /**
     * Removes what is over, of artefacts, grants, interactions and word.
     *
     * @param most rows of each at once
     * @return how many were removed
     */
    int sweep(Instant now, int most);

    /** What became of keeping. */
    enum Kept {
        KEPT,
        /** There is one with this secret already: it was sent again. */
        SEEN_BEFORE,
        TOO_MANY
    }

    /** What became of a use. */
    sealed interface Use {

        record First(Artefact artefact) implements Use {}

        /** It was used before: whoever used it now or then had it from somebody else. */
        record Again(Optional<UUID> grant) implements Use {}

        /** Unknown, over, or of a grant that has ended. */
        record Nothing() implements Use {}
    }
}
