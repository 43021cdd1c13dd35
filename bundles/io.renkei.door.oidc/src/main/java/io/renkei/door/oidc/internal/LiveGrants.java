package io.renkei.door.oidc.internal;

import io.renkei.ports.artefacts.SiteGrant;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.linkage.Links;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Asks for grant and link anew at each use of a token, so that a revoked link ends its tokens at once. */
final class LiveGrants {

    private final SiteGrants grants;
    private final Links links;
    private final Clock clock;

    LiveGrants(SiteGrants grants, Links links, Clock clock) {
        this.grants = grants;
        this.links = links;
        this.clock = clock;
    }

    Optional<Live> find(UUID id) {
        return grants.find(id, clock.instant()).flatMap(this::live);
    }

    private Optional<Live> live(SiteGrant grant) {
        GrantNote note = GrantNote.of(grant.details());
        return links.find(grant.site(), note.subject())
                .filter(link -> link.consent().equals(grant.link()) && link.holds(clock.instant()))
                .map(link -> new Live(grant, note, link));
    }
}
