package io.renkei.door.oidc.internal;

import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.Artefacts.Kept;
import io.renkei.ports.sites.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers, for all nodes, what must not come again. */
final class Seen {

    static final Duration PAUSE = Duration.ofSeconds(5);

    /** The longest that an assertion is remembered, and so the longest that it may be good for. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** How many a site may have at once. */
    private static final int MOST = 20_000;

    private static final byte[] NOTHING = {};

    private final Artefacts artefacts;
    private final Clock clock;

    Seen(Artefacts artefacts, Clock clock) {
        this.artefacts = artefacts;
        this.clock = clock;
    }

    /** @param until from when on it would be refused as too old anyway */
    Kept firstTime(SiteId site, String what, String id, Instant until) {
        Instant margin = until.plusSeconds(120);
        if (margin.isAfter(clock.instant().plus(LONGEST))) {
            return Kept.SEEN_BEFORE;
        }
        return artefacts.keep(
                what + "\0" + site + "\0" + id,
                new Artefact(ArtefactKind.SEEN, site, Optional.empty(), NOTHING, margin),
                MOST);
    }
}
